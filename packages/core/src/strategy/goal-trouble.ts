import { daysIn } from "../insights/index.ts";
import type { Failure } from "../kernel/failure.ts";
import * as failures from "./failures.ts";
import { type Goal, shareHeadlines } from "./model.ts";

type Aim = Pick<Goal, "kpi" | "baseline" | "target" | "startDay" | "dueDay">;

/** What is wrong with an aim, if anything is. The due day must be ahead of `today` unless that is `null`. */
export function goalTrouble({ kpi, baseline, target, startDay, dueDay }: Aim, today: string | null): Failure | null {
  if (today !== null && dueDay <= today) return failures.goalDuePast(today);
  if (dueDay <= startDay) return failures.goalEndsBeforeStart();
  if (daysIn(startDay, dueDay) > failures.maxGoalDays) return failures.goalTooFar();
  if (shareHeadlines.has(kpi) && target > 1) return failures.goalOverWhole("target");
  if (shareHeadlines.has(kpi) && baseline > 1) return failures.goalOverWhole("baseline");
  return baseline === target ? failures.goalWithoutChange() : null;
}

/** Whether a goal is followed that aims at the same figure of the same channel by the same day. */
export const isTaken = (
  goals: readonly Goal[],
  aim: Pick<Goal, "kpi" | "channelId" | "dueDay">,
  id?: string,
): boolean =>
  goals.some(
    (one) =>
      !one.archived &&
      one.id !== id &&
      one.kpi === aim.kpi &&
      one.channelId === aim.channelId &&
      one.dueDay === aim.dueDay,
  );
