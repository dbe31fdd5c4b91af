import { Archive, ArchiveRestore, ArrowLeft, Pencil } from "lucide-preact";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { formatDay } from "#core/i18n/format.ts";
import type { GoalDetail } from "../../api/contract.ts";
import { changeGoal, readGoal } from "../../api/goals.ts";
import { language, t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Shown } from "../../ui/states.tsx";
import { formatHeadline } from "../insights/figures.ts";
import { in28Days, rounded } from "./forecast-words.ts";
import { GoalDialog } from "./goal-dialog.tsx";
import { GoalForecast } from "./goal-forecast.tsx";
import { GoalHistory } from "./goal-history.tsx";
import { GoalAim, GoalBar, GoalState } from "./goal-row.tsx";
import { GoalTrace } from "./goal-trace.tsx";
import "./goals.css";
import "../insights/insights.css";

/** One goal: how far it is, how it will end, what stands behind its figure, what became of it. */
export function GoalPage({ id }: { readonly id: string }) {
  const found = useResource(`goals:one:${id}`, () => readGoal(id));
  const [editing, setEditing] = useState(false);
  const texts = t().goals;
  const goal = found.data?.goal;
  return (
    <Page
      title={goal?.name ?? texts.title}
      width="narrow"
      section="goals"
      lead={
        <Link href="/goals" class="goal-back">
          <ArrowLeft size={16} aria-hidden="true" />
          {texts.back}
        </Link>
      }
      actions={goal && mayI("manage-goals") && <Acts goal={goal} onEdit={() => setEditing(true)} />}
    >
      <Shown of={found}>{(data) => <Detail goal={data.goal} />}</Shown>
      {editing && goal && <GoalDialog goal={goal} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Acts({ goal, onEdit }: { readonly goal: GoalDetail; readonly onEdit: () => void }) {
  const texts = t().goals;
  const put = async (version: number, archived: boolean): Promise<void> => {
    const answer = await changeGoal(goal.id, { version, archived });
    if (!answer.ok) return tellFailure(answer.error);
    const { version: next } = answer.value.goal;
    invalidate("goals", "today");
    tell(archived ? texts.archived : texts.restored, () => void put(next, !archived));
  };
  return (
    <>
      {!goal.archived && (
        <Button icon={Pencil} onClick={onEdit}>
          {texts.edit}
        </Button>
      )}
      <Button
        kind="quiet"
        icon={goal.archived ? ArchiveRestore : Archive}
        onClick={() => void put(goal.version, !goal.archived)}
      >
        {goal.archived ? texts.restore : texts.archive}
      </Button>
    </>
  );
}

function Detail({ goal }: { readonly goal: GoalDetail }) {
  const texts = t().goals;
  const { current, toldUntil } = goal;
  const format = (value: number) => formatHeadline(goal.kpi, rounded(value));
  const day = (value: string) => formatDay(language.value, value, { day: "numeric", month: "long", year: "numeric" });
  return (
    <>
      <p class="aside goal-aim">
        <GoalAim goal={goal} />
      </p>
      <div class="goal goal-single">
        <p class="goal-figure">
          <span class="figure">{current.available ? format(current.value) : "—"}</span>
          <span class="aside">
            {current.available
              ? in28Days(goal.kpi, t().insights.goal(format(goal.target)))
              : t().insights.reason[current.reason]}
          </span>
          <span class="push">
            <GoalState goal={goal} />
          </span>
        </p>
        <GoalBar goal={goal} />
        <p class="goal-foot small aside">
          <span>
            {format(goal.baseline)}, {day(goal.startDay)}
          </span>
          <span class="push">
            {format(goal.target)}, {texts.until(day(goal.dueDay))}
          </span>
        </p>
        {current.available && toldUntil && <p class="small aside">{texts.toldWhy(day(toldUntil))}</p>}
      </div>
      <GoalForecast goal={goal} />
      <GoalTrace goal={goal} />
      <GoalHistory goal={goal} />
    </>
  );
}
