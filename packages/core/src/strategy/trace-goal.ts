import { authorize, type Workspaces } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf, dayRange, startOfDay } from "../kernel/time.ts";
import { figureDay, windowDays } from "./current-figures.ts";
import type { Goals } from "./ports.ts";
import { type GoalTrace, type TraceDeps, traceOf } from "./trace.ts";

export interface TraceGoalDeps extends TraceDeps {
  readonly goals: Pick<Goals, "get">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly clock: Clock;
}

/**
 * What stands behind a goal's figure, with the days of the figure: the 28 up to today, or up to the due day when that is
 * over.
 */
export async function traceGoal(
  deps: TraceGoalDeps,
  actor: Actor,
  { goalId }: { goalId: string },
): Promise<Result<{ from: string; to: string; trace: GoalTrace }, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const [workspace, goal] = await Promise.all([deps.workspaces.get(workspaceId), deps.goals.get(workspaceId, goalId)]);
  if (!workspace || !goal) return err(notFound());
  const { timeZone } = workspace;
  const today = dayOf(deps.clock.nowMs(), timeZone);
  const to = figureDay(goal, today);
  const from = addDays(to, 1 - windowDays);
  const span = { from: startOfDay(from, timeZone), to: dayRange(to, timeZone).to, days: { from, to } };
  return ok({ from, to, trace: await traceOf(deps, goal, span) });
}
