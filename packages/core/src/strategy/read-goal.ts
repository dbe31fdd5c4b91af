import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { dayOf } from "../kernel/time.ts";
import { courseOf, followGoal } from "./follow-goal.ts";
import { daysOfGoals, type FollowGoalsDeps } from "./list-goals.ts";
import type { GoalCourse, GoalProgress } from "./model.ts";
import type { Goals } from "./ports.ts";

/** A goal with its progress, its forecast and its course week by week. One key and one query. */
export async function readGoal(
  deps: FollowGoalsDeps & { goals: Pick<Goals, "get"> },
  actor: Actor,
  { goalId }: { goalId: string },
): Promise<Result<GoalProgress & { course: GoalCourse }, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const [workspace, goal] = await Promise.all([deps.workspaces.get(workspaceId), deps.goals.get(workspaceId, goalId)]);
  if (!workspace || !goal) return err(notFound());
  const today = dayOf(deps.clock.nowMs(), workspace.timeZone);
  const days = await daysOfGoals(deps, today)(goal);
  return ok({ ...followGoal(goal, days, today), course: courseOf(goal, days, today) });
}
