import { Check, CircleHelp, CircleX, Flag, type LucideIcon, TrendingDown } from "lucide-preact";
import { Link } from "wouter-preact";
import { formatDay } from "#core/i18n/format.ts";
import type { KpiName } from "#core/insights/model.ts";
import { useChannels } from "../../api/channels.ts";
import type { Goal } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { formatHeadline, kpiOfHeadline } from "../insights/figures.ts";

const looks: Readonly<Record<Goal["state"], { icon: LucideIcon; tone: string }>> = {
  "on-course": { icon: Check, tone: "leaf" },
  reached: { icon: Flag, tone: "leaf" },
  behind: { icon: TrendingDown, tone: "wheat" },
  missed: { icon: CircleX, tone: "poppy" },
  "no-data": { icon: CircleHelp, tone: "" },
};

/** One goal: how far it is, and where it should be by today. */
export function GoalRow({ goal }: { readonly goal: Goal }) {
  const { current, progress, expectedProgress, expected, state } = goal;
  const channels = useChannels().data?.channels ?? [];
  const texts = t().goals;
  const format = (value: number) => formatHeadline(goal.kpi, value);
  const { icon: Icon, tone } = looks[state];
  const share = progress.available ? Math.min(1, Math.max(0, progress.value)) : 0;
  const kpi: KpiName = kpiOfHeadline[goal.kpi];
  const channel = channels.find(({ id }) => id === goal.channelId);
  return (
    <li class="goal">
      <div class="goal-head">
        <div class="goal-name">
          <h2>{goal.name}</h2>
          <p class="aside small">
            {texts.problems[goal.problem]} ·{" "}
            <Link href={`/insights/${kpi}${channel ? `?channel=${channel.id}` : ""}`}>
              {t().insights.headline[goal.kpi]}
            </Link>
            {channel && ` · ${channel.name}`}
          </p>
        </div>
        <span class={`pill ${tone ? `pill-${tone}` : ""}`}>
          <Icon size={12} aria-hidden="true" />
          {texts.state[state]}
        </span>
      </div>
      <div class="goal-bar" aria-hidden="true">
        <span class={`goal-done goal-${state}`} style={{ width: `${share * 100}%` }} />
        <span class="goal-expected" style={{ left: `${expectedProgress * 100}%` }} />
      </div>
      <p class="goal-foot small aside">
        <strong>
          {current.available
            ? texts.progress(format(current.value), format(goal.target))
            : t().insights.reason[current.reason]}
        </strong>
        <span>{state === "behind" && texts.expected(format(expected))}</span>
        <span class="push">
          {texts.until(formatDay(language.value, goal.dueDay, { day: "numeric", month: "long", year: "numeric" }))}
        </span>
      </p>
    </li>
  );
}
