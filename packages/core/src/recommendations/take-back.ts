import { authorize } from "../access/index.ts";
import { type Channels, changeSchedule } from "../channels/connected/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Tasks } from "../tasks/index.ts";
import { isSame } from "./act.ts";
import { type AnswerDeps, changeAnswers } from "./answer.ts";
import type { RecommendationAnswer } from "./model.ts";

export interface TakeBackDeps extends AnswerDeps {
  readonly channels: Pick<Channels, "get" | "setSlots">;
  readonly tasks: Pick<Tasks, "get" | "remove">;
}

/**
 * Takes back what was answered to a recommendation: the task goes unless somebody has changed it since, the slot leaves the
 * schedule, and the recommendation is there again. Taking back twice changes nothing more.
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
  const undone =
    answer.what === "plan" ? await leaveSlot(deps, actor, answer) : await dropTask(deps, workspaceId, answer);
  if (!undone.ok) return undone;
  return changeAnswers(deps, workspaceId, (answers) => answers.filter((one) => one.id !== id));
}

async function leaveSlot(
  deps: TakeBackDeps,
  actor: Actor,
  { recommendation: { proposal } }: RecommendationAnswer,
): Promise<Result<unknown, Failure>> {
  if (proposal.kind !== "add-slot") return ok(undefined);
  const { channelId, slot } = proposal;
  const left = await changeSchedule(deps, actor, channelId, (slots) => slots.filter((one) => !isSame(one, slot)));
  return left.ok || left.error.kind !== "not-found" ? left : ok(undefined);
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
