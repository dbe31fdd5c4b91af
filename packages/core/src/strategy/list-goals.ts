import { authorize, type Workspaces } from "../access/index.ts";
import { type HeadlineFigures, type KpiDays, unknownHeadlines } from "../insights/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { dayOf } from "../kernel/time.ts";
import { currentFigures } from "./current-figures.ts";
import type { GoalProgress } from "./model.ts";
import type { Goals } from "./ports.ts";
import { progressOf } from "./progress.ts";

export interface ListGoalsDeps {
  readonly goals: Pick<Goals, "list">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly kpiDays: KpiDays;
  readonly clock: Clock;
}

/** Every goal with its progress, the one due first at the top. Costs one query for each channel that has a goal. */
export async function listGoals(deps: ListGoalsDeps, actor: Actor): Promise<Result<readonly GoalProgress[], Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const [workspace, goals] = await Promise.all([deps.workspaces.get(workspaceId), deps.goals.list(workspaceId)]);
  if (!workspace) return err(notFound());
  const today = dayOf(deps.clock.nowMs(), workspace.timeZone);
  const figures = new Map<string, HeadlineFigures>();
  for (const scope of new Set(goals.map(({ channelId }) => channelId))) {
    figures.set(scope, await currentFigures(deps.kpiDays, workspaceId, scope, today));
  }
  return ok(goals.map((goal) => progressOf(goal, (figures.get(goal.channelId) ?? unknownHeadlines)[goal.kpi], today)));
}
