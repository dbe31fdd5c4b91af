import { authorize, type Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, type Result } from "../kernel/result.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import { addTask, type CreateTaskDeps, type Task } from "../tasks/index.ts";
import { type AnswerDeps, findStanding, noteAnswer } from "./answer.ts";
import { recommendationWords } from "./wording.ts";

/** How long there is for what a recommendation asks, unless somebody says otherwise. */
const daysForTask = 7;

export interface TakeAsTaskDeps extends AnswerDeps, CreateTaskDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly channels: Pick<Channels, "get">;
}

/** Puts a recommendation aside for four weeks. */
export async function dismissRecommendation(
  deps: AnswerDeps,
  actor: Actor,
  { id }: { id: string },
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "manage-tasks");
  if (!allowed.ok) return allowed;
  const found = await findStanding(deps, actor.workspaceId, id);
  return found.ok ? noteAnswer(deps, actor, found.value.recommendation, { what: "dismissed" }) : found;
}

/** Makes a task of a recommendation, in the actor's words, due in a week. Clicking twice makes one. */
export async function takeAsTask(
  deps: TakeAsTaskDeps,
  actor: Actor,
  { id }: { id: string },
): Promise<Result<Task, Failure>> {
  const allowed = authorize(actor, "manage-tasks");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const [found, workspace] = await Promise.all([findStanding(deps, workspaceId, id), deps.workspaces.get(workspaceId)]);
  if (!found.ok) return found;
  if (!workspace) return err(notFound());
  const { recommendation, advice } = found.value;
  const channel = recommendation.channelId && (await deps.channels.get(workspaceId, recommendation.channelId));
  const words = recommendationWords(actor.language, recommendation, channel ? channel.name : undefined);
  const input = {
    title: words.task,
    note: `${words.title}. ${words.evidence}`,
    dueDay: addDays(dayOf(deps.clock.nowMs(), workspace.timeZone), daysForTask),
    ...(actor.type === "member" && { assigneeId: actor.memberId }),
  };
  const taskId = derivedId("task", workspaceId, id, String(advice.foundAt));
  const task = await addTask(deps, actor, input, { id: taskId, origin: { kind: "recommendation", id } });
  if (!task.ok) return task;
  const noted = await noteAnswer(deps, actor, recommendation, { what: "task", taskId });
  return noted.ok ? task : noted;
}
