import { formatDay } from "#core/i18n/format.ts";
import type { GoalDetail } from "../../api/contract.ts";
import { listMembers } from "../../api/session.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { Section } from "../../ui/page.tsx";
import { whenOf } from "../../wording.ts";
import { formatHeadline } from "../insights/figures.ts";

type Entry = GoalDetail["history"][number];
type Change = NonNullable<Entry["changes"]>[number];

/** What became of a goal, the newest first. */
export function GoalHistory({ goal }: { readonly goal: GoalDetail }) {
  const members = useResource("members", listMembers).data?.members ?? [];
  const texts = t().goals.history;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  return (
    <Section title={texts.title}>
      <ul class="list goal-history">
        {goal.history.toReversed().map((entry) => (
          <li key={`${entry.at} ${entry.what}`} class="list-row">
            <span class="goal-behind-what">
              <span>
                <strong>{texts.what[entry.what]}</strong>
                {entry.changes && ` · ${entry.changes.map((change) => changeText(goal, change)).join("; ")}`}
              </span>
            </span>
            <span class="aside small">
              {[members.find(({ id }) => id === entry.by)?.name, whenOf(entry.at, zone)].filter(Boolean).join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function changeText({ kpi }: GoalDetail, { field, from, to }: Change): string {
  const texts = t().goals;
  const said = (value: string | number): string => {
    if (typeof value === "number") return formatHeadline(kpi, value);
    if (field === "dueDay" || field === "startDay") return formatDay(language.value, value, { dateStyle: "medium" });
    if (field === "problem") return Object.entries(texts.problems).find(([one]) => one === value)?.[1] ?? value;
    return value;
  };
  return texts.history.change(texts.history.field[field], said(from), said(to));
}
