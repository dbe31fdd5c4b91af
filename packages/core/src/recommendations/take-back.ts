import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Tasks } from "../tasks/index.ts";
import { type AnswerDeps, changeAnswers } from "./answer.ts";
import type { RecommendationAnswer, Undo } from "./model.ts";
import { type DraftDeps, undoDraft } from "./plan/draft.ts";
import { type SlotDeps, undoSlots } from "./plan/slots.ts";
import { type TargetDeps, undoTarget } from "./plan/target.ts";

export interface TakeBackDeps extends AnswerDeps, SlotDeps, TargetDeps, Pick<DraftDeps, "posts"> {
  readonly channels: SlotDeps["channels"];
  readonly tasks: Pick<Tasks, "get" | "remove">;
}

/**
 * Takes back what was answered to a recommendation, and the recommendation is there again. Of the plan exactly what was
 * changed goes back; a task or draft that somebody has worked on since, and a target that somebody has set anew, stay.
 * Taking back twice changes nothing more.
 */
export async function takeBack(
  deps: TakeBackDeps,
  actor: Actor,
  { id }: { id: string },
): Promise<Result<void, Failure>> {
  const { workspaceId } = actor;
  const allowed = authorize(actor, "manage-tasks");
  if (!allowed.ok) return allowed;
  const advice = await deps.adviceBooks.get(workspaceId);
  const answer = advice?.answers.find((one) => one.id === id);
  if (!answer) return err(notFound());
  const undone = answer.undo ? await undo(deps, actor, answer.undo) : await dropTask(deps, workspaceId, answer);
  if (!undone.ok) return undone;
  return changeAnswers(deps, workspaceId, (answers) => answers.filter((one) => one.id !== id));
}

function undo(deps: TakeBackDeps, actor: Actor, change: Undo): Promise<Result<unknown, Failure>> {
  switch (change.kind) {
    case "slots":
      return undoSlots(deps, actor, change);
    case "draft":
      return undoDraft(deps, actor, change);
    case "target":
      return undoTarget(deps, actor, change);
  }
}

async function dropTask(
  { tasks }: TakeBackDeps,
  workspaceId: string,
  { taskId }: RecommendationAnswer,
): Promise<Result<void, Failure>> {
  const task = taskId === undefined ? null : await tasks.get(workspaceId, taskId);
  if (task?.version === 1) await tasks.remove(task);
  return ok(undefined);
}
