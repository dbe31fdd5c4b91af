import { authorize, type Workspaces } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import { firstRead, searchDays, windowDays } from "./current-figures.ts";
import { followGoal } from "./follow-goal.ts";
import { type GoalDays, type GoalFiguresDeps, goalDaysReader } from "./goal-days.ts";
import type { Goal, GoalProgress } from "./model.ts";
import type { Goals } from "./ports.ts";

export interface FollowGoalsDeps extends GoalFiguresDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly clock: Clock;
}

export interface ListGoalsDeps extends FollowGoalsDeps {
  readonly goals: Pick<Goals, "list">;
}

/**
 * Every goal, or every archived one, with its progress and forecast, the one due first at the top. Costs one query for
 * each channel that has a goal and one for all sites, and one for each goal that ended before what the forecasts look
 * back on.
 */
export async function listGoals(
  deps: ListGoalsDeps,
  actor: Actor,
  { archived = false }: { archived?: boolean | undefined } = {},
): Promise<Result<readonly GoalProgress[], Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const [workspace, all] = await Promise.all([deps.workspaces.get(workspaceId), deps.goals.list(workspaceId)]);
  if (!workspace) return err(notFound());
  const today = dayOf(deps.clock.nowMs(), workspace.timeZone);
  const goals = all.filter((goal) => goal.archived === archived);
  const read = daysOfGoals(deps, today);
  const followed: GoalProgress[] = [];
  for (const goal of goals) followed.push(followGoal(goal, await read(goal), today));
  return ok(followed);
}

/**
 * Reads the days by which goals are followed: the weeks of a forecast with the 28 days of the first of their points, once
 * for all goals of a channel; of a goal that ended before those, its last 28, and
 * as many before as are searched for the last that is told.
 */
export function daysOfGoals(deps: GoalFiguresDeps, today: string): (goal: Goal) => Promise<GoalDays> {
  const readRecent = goalDaysReader(deps, firstRead(today), today);
  return (goal) => {
    const from = addDays(goal.dueDay, 2 - searchDays - windowDays);
    return from < firstRead(today) ? goalDaysReader(deps, from, goal.dueDay)(goal) : readRecent(goal);
  };
}
