import { authorize, type Workspaces } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { dayOf } from "../kernel/time.ts";
import * as failures from "./failures.ts";
import { goalTrouble, isTaken } from "./goal-trouble.ts";
import {
  type ChangeGoal,
  changeableFields,
  type Goal,
  type GoalHistoryEntry,
  mostGoals,
  mostHistory,
} from "./model.ts";
import type { Goals } from "./ports.ts";

export interface ChangeGoalDeps {
  readonly goals: Pick<Goals, "get" | "list" | "save">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly clock: Clock;
}

/**
 * Changes a goal, archives it or takes it up again; what stood there before stays in its history. A change that changes
 * nothing writes nothing.
 */
export async function changeGoal(
  deps: ChangeGoalDeps,
  actor: Actor,
  input: ChangeGoal,
): Promise<Result<Goal, Failure>> {
  const allowed = authorize(actor, "manage-goals");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const [workspace, all] = await Promise.all([deps.workspaces.get(workspaceId), deps.goals.list(workspaceId)]);
  const goal = await deps.goals.get(workspaceId, input.goalId);
  if (!workspace || !goal) return err(notFound());
  if (goal.version !== input.version) return err(conflict("changed-meanwhile"));
  const changed = withFields(goal, input);
  const entry = entryOf(goal, changed);
  if (!entry) return ok(goal);
  const now = deps.clock.nowMs();
  const today = changed.dueDay === goal.dueDay ? null : dayOf(now, workspace.timeZone);
  const trouble = goalTrouble(changed, today);
  if (trouble) return err(trouble);
  if (!changed.archived && isTaken(all, changed, goal.id)) return err(failures.goalExists());
  const followed = all.filter(({ archived }) => !archived).length;
  if (goal.archived && !changed.archived && followed >= mostGoals) return err(failures.tooManyGoals(mostGoals));
  const history = withEntry(goal.history, { at: now, by: actorName(actor), ...entry });
  const saved = await deps.goals.save({ ...changed, history });
  return saved ? ok(saved) : err(conflict("changed-meanwhile"));
}

function withFields(goal: Goal, { goalId: _, version: __, ...fields }: ChangeGoal): Goal {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { ...goal, ...Object.fromEntries(given) };
}

/** What the change is; `null` when all stays as it is. */
function entryOf(goal: Goal, changed: Goal): Pick<GoalHistoryEntry, "what" | "changes"> | null {
  const changes = changeableFields.flatMap((field) =>
    changed[field] === goal[field] ? [] : [{ field, from: goal[field], to: changed[field] }],
  );
  const moved = changed.archived !== goal.archived;
  if (changes.length === 0 && !moved) return null;
  const what = moved ? (changed.archived ? "archived" : "restored") : "changed";
  return { what, ...(changes.length > 0 && { changes }) };
}

function withEntry(history: Goal["history"], entry: GoalHistoryEntry): Goal["history"] {
  const all = [...history, entry];
  return all.length > mostHistory ? [...all.slice(0, 1), ...all.slice(2)] : all;
}
