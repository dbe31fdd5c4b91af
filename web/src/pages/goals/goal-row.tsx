import { Check, CircleHelp, CircleX, Flag, type LucideIcon, TrendingDown } from "lucide-preact";
import { Link } from "wouter-preact";
import { formatDay } from "#core/i18n/format.ts";
import { useConnected } from "../../api/channels.ts";
import type { Goal } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { formatHeadline, pathOfKpi } from "../insights/figures.ts";
import { in28Days, progressText, rounded, shareText } from "./forecast-words.ts";

const looks: Readonly<Record<Goal["state"], { icon: LucideIcon; tone: string }>> = {
  "on-course": { icon: Check, tone: "leaf" },
  reached: { icon: Flag, tone: "leaf" },
  behind: { icon: TrendingDown, tone: "wheat" },
  missed: { icon: CircleX, tone: "poppy" },
  "no-data": { icon: CircleHelp, tone: "" },
};

type Shown = Pick<Goal, "state">;

/** Whether a goal is on course, in a word and a mark. */
export function GoalState({ goal: { state } }: { readonly goal: Shown }) {
  const { icon: Icon, tone } = looks[state];
  return (
    <span class={`pill ${tone ? `pill-${tone}` : ""}`}>
      <Icon size={12} aria-hidden="true" />
      {t().goals.state[state]}
    </span>
  );
}

/** How far a goal has come, and the mark where it should be by today. */
export function GoalBar({ goal }: { readonly goal: Pick<Goal, "state" | "progress" | "expectedProgress"> }) {
  const { progress, expectedProgress, state } = goal;
  const share = progress.available ? Math.min(1, Math.max(0, progress.value)) : 0;
  return (
    <div class="goal-bar" aria-hidden="true">
      <span class={`goal-done goal-${state}`} style={{ width: `${share * 100}%` }} />
      <span class="goal-expected" style={{ left: `${expectedProgress * 100}%` }} />
    </div>
  );
}

/** What a goal aims at: the problem, the figure, the channel. */
export function GoalAim({ goal }: { readonly goal: Pick<Goal, "problem" | "kpi" | "channelId"> }) {
  const channels = useConnected().data?.channels ?? [];
  const channel = channels.find(({ id }) => id === goal.channelId);
  return (
    <>
      {t().goals.problems[goal.problem]} ·{" "}
      <Link href={`${pathOfKpi(goal.kpi)}${channel ? `?channel=${channel.id}` : ""}`}>
        {in28Days(goal.kpi, t().insights.headline[goal.kpi])}
      </Link>
      {channel && ` · ${channel.name}`}
    </>
  );
}

const shortDay = (day: string): string => formatDay(language.value, day, { day: "numeric", month: "long" });

/** One goal: how far it is, where it should be by today, and what is expected. */
export function GoalRow({ goal }: { readonly goal: Goal }) {
  const { current, expected, state, forecast, judgedBy, toldUntil } = goal;
  const texts = t().goals;
  const format = (value: number) => formatHeadline(goal.kpi, rounded(value));
  return (
    <li class="goal">
      <div class="goal-head">
        <div class="goal-name">
          <h2>
            <Link href={`/goals/${goal.id}`} title={texts.open}>
              {goal.name}
            </Link>
          </h2>
          <p class="aside small">
            <GoalAim goal={goal} />
          </p>
        </div>
        <GoalState goal={goal} />
      </div>
      <GoalBar goal={goal} />
      <p class="goal-foot small aside">
        <strong>{current.available ? progressText(goal, current.value) : t().insights.reason[current.reason]}</strong>
        {current.available && toldUntil && <span>{texts.toldUntil(shortDay(toldUntil))}</span>}
        {forecast.available && state !== "reached" ? (
          <>
            <span>{texts.forecast.short(format(forecast.value), format(forecast.low), format(forecast.high))}</span>
            <span>{texts.forecast.chance(shareText(forecast.chance))}</span>
          </>
        ) : (
          state === "behind" &&
          judgedBy === "straight-line" && (
            <span>
              {toldUntil ? texts.expectedBy(format(expected), shortDay(toldUntil)) : texts.expected(format(expected))}
            </span>
          )
        )}
        <span class="push">
          {texts.until(formatDay(language.value, goal.dueDay, { day: "numeric", month: "long", year: "numeric" }))}
        </span>
      </p>
    </li>
  );
}
