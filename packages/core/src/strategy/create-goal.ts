import { authorize, type Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import { isSite } from "../channels/sites.ts";
import { wholeWorkspace } from "../insights/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import { figureUpTo, lastToldDay, searchDays, windowDays } from "./current-figures.ts";
import * as failures from "./failures.ts";
import { type GoalFiguresDeps, goalDaysReader, isOfSites } from "./goal-days.ts";
import { goalTrouble, isTaken } from "./goal-trouble.ts";
import { type Goal, mostGoals, type NewGoal } from "./model.ts";
import type { Goals } from "./ports.ts";

export interface CreateGoalDeps extends GoalFiguresDeps {
  readonly goals: Pick<Goals, "create" | "list">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly channels: Pick<Channels, "get">;
  readonly clock: Clock;
}

/**
 * Sets a goal. One goal is followed for each figure, channel and due day: a second one is refused, also when two
 * are set at once.
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
  // Dates and shares are judged before anything is read; a baseline that is not known yet cannot be the target.
  const impossible = goalTrouble({ ...input, startDay, baseline: input.baseline ?? Number.NaN }, today);
  if (impossible) return err(impossible);
  const { channelId } = input;
  if (channelId !== wholeWorkspace) {
    const channel = await deps.channels.get(workspaceId, channelId);
    if (!channel) return err(failures.goalChannelUnknown());
    if (isSite(channel) !== isOfSites(input.kpi)) return err(failures.goalFigureOfOther());
  }
  const baseline = input.baseline ?? (await currentBaseline(deps, workspaceId, input, today));
  if (baseline === null) return err(failures.goalBaselineUnknown());
  if (baseline === input.target) return err(failures.goalWithoutChange());
  const all = await deps.goals.list(workspaceId);
  if (isTaken(all, input)) return err(failures.goalExists());
  if (all.filter(({ archived }) => !archived).length >= mostGoals) return err(failures.tooManyGoals(mostGoals));
  // Of two that are set at once both count as many before them: one id, so one of them is refused.
  const before = all.filter((one) => one.kpi === input.kpi && one.channelId === channelId).length;
  const createdBy = actorName(actor);
  const goal: Goal = {
    ...input,
    id: derivedId("goal", workspaceId, input.kpi, channelId, input.dueDay, String(before)),
    workspaceId,
    baseline,
    startDay,
    archived: false,
    history: [{ at: now, by: createdBy, what: "set" }],
    version: 1,
    createdBy,
    createdAt: now,
  };
  return (await deps.goals.create(goal)) ? ok(goal) : err(failures.goalExists());
}

async function currentBaseline(
  deps: GoalFiguresDeps,
  workspaceId: string,
  { kpi, channelId }: NewGoal,
  today: string,
): Promise<number | null> {
  const from = addDays(today, 2 - searchDays - windowDays);
  const days = await goalDaysReader(deps, from, today)({ workspaceId, channelId, kpi });
  const current = figureUpTo(days, lastToldDay(days, today));
  return current.available ? Math.max(0, current.value) : null;
}
