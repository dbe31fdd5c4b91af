import { authorize, type Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import { daysIn, type KpiDays, wholeWorkspace } from "../insights/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { dayOf } from "../kernel/time.ts";
import { currentFigures } from "./current-figures.ts";
import * as failures from "./failures.ts";
import { type Goal, type NewGoal, shareHeadlines } from "./model.ts";
import type { Goals } from "./ports.ts";

export interface CreateGoalDeps {
  readonly goals: Pick<Goals, "create">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly channels: Pick<Channels, "get">;
  readonly kpiDays: KpiDays;
  readonly clock: Clock;
}

/**
 * Sets a goal. One goal for each figure, channel and due day: a second one is refused, also when two are set at once.
 */
export async function createGoal(deps: CreateGoalDeps, actor: Actor, input: NewGoal): Promise<Result<Goal, Failure>> {
  const allowed = authorize(actor, "manage-goals");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return err(notFound());
  const now = deps.clock.nowMs();
  const today = dayOf(now, workspace.timeZone);
  const startDay = input.startDay ?? today;
  const impossible = impossibleDates(today, startDay, input.dueDay) ?? overWhole(input);
  if (impossible) return err(impossible);
  const { channelId } = input;
  if (channelId !== wholeWorkspace && !(await deps.channels.get(workspaceId, channelId))) {
    return err(failures.goalChannelUnknown());
  }
  const baseline = input.baseline ?? (await currentBaseline(deps, workspaceId, input, today));
  if (baseline === null) return err(failures.goalBaselineUnknown());
  if (baseline === input.target) return err(failures.goalWithoutChange());
  const goal: Goal = {
    ...input,
    id: derivedId("goal", workspaceId, input.kpi, channelId, input.dueDay),
    workspaceId,
    baseline,
    startDay,
    createdBy: actorName(actor),
    createdAt: now,
  };
  return (await deps.goals.create(goal)) ? ok(goal) : err(failures.goalExists());
}

function impossibleDates(today: string, startDay: string, dueDay: string): Failure | null {
  if (dueDay <= today) return failures.goalDuePast(today);
  if (dueDay <= startDay) return failures.goalEndsBeforeStart();
  return daysIn(startDay, dueDay) > failures.maxGoalDays ? failures.goalTooFar() : null;
}

const overWhole = ({ kpi, target }: NewGoal): Failure | null =>
  shareHeadlines.has(kpi) && target > 1 ? failures.goalOverWhole() : null;

async function currentBaseline(
  { kpiDays }: CreateGoalDeps,
  workspaceId: string,
  { kpi, channelId }: NewGoal,
  today: string,
): Promise<number | null> {
  const current = (await currentFigures(kpiDays, workspaceId, channelId, today))[kpi];
  return current.available ? Math.max(0, current.value) : null;
}
