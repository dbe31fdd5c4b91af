import { authorize, type Workspaces } from "../access/index.ts";
import type { KpiDays, Sheet } from "../insights/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import { firstRead, readGoalDays, windowDays } from "./current-figures.ts";
import { followGoal } from "./follow-goal.ts";
import type { Goal, GoalProgress } from "./model.ts";
import type { Goals } from "./ports.ts";

export interface FollowGoalsDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly kpiDays: KpiDays;
  readonly clock: Clock;
}

export interface ListGoalsDeps extends FollowGoalsDeps {
  readonly goals: Pick<Goals, "list">;
}

/**
 * Every goal, or every archived one, with its progress and forecast, the one due first at the top. Costs one query for
 * each channel that has a goal, and one for each goal that ended before what the forecasts look back on.
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
  const sheets = new Map<string, Sheet>();
  for (const scope of new Set(goals.map(({ channelId }) => channelId))) {
    sheets.set(scope, await readGoalDays(deps.kpiDays, workspaceId, scope, today));
  }
  const followed: GoalProgress[] = [];
  for (const goal of goals) {
    const rows = (await endedDays(deps.kpiDays, goal, today)) ?? sheets.get(goal.channelId) ?? new Map();
    followed.push(followGoal(goal, rows, today));
  }
  return ok(followed);
}

/** The last days of a goal that ended before what is read for the others; `null` for those others. */
export async function endedDays(kpiDays: KpiDays, goal: Goal, today: string): Promise<Sheet | null> {
  const { workspaceId, channelId, dueDay } = goal;
  if (addDays(dueDay, 1 - windowDays) >= firstRead(today)) return null;
  return kpiDays.between(workspaceId, channelId, "day", addDays(dueDay, 1 - windowDays), dueDay);
}
