import { authorize, type Members } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { Failure } from "../kernel/failure.ts";
import { newId } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import * as failures from "./failures.ts";
import { mostOpen, type NewTask, type Task, type TaskOrigin } from "./model.ts";
import type { Tasks } from "./ports.ts";

export interface CreateTaskDeps {
  readonly tasks: Pick<Tasks, "create" | "listOpen">;
  readonly members: Pick<Members, "get">;
  readonly clock: Clock;
}

/** Sets a task, by hand or for an alert. Of an alert there is one open task: a second one is refused, also at once. */
export async function createTask(deps: CreateTaskDeps, actor: Actor, input: NewTask): Promise<Result<Task, Failure>> {
  const { alertId } = input;
  if (alertId === undefined) return addTask(deps, actor, input, { id: newId("task"), origin: { kind: "hand" } });
  const origin = { kind: "alert", id: alertId } as const;
  const allowed = authorize(actor, "manage-tasks");
  if (!allowed.ok) return allowed;
  const open = await deps.tasks.listOpen(actor.workspaceId, mostOpen);
  if (open.some((task) => task.origin.kind === "alert" && task.origin.id === alertId))
    return err(failures.taskExists());
  // Two that are set at once fall into one minute; what was done earlier does not stand in the way of a new one.
  const minute = String(Math.floor(deps.clock.nowMs() / 60_000));
  return addTask(deps, actor, input, { id: derivedId("task", actor.workspaceId, alertId, minute), origin });
}

/** Stores a task under an id of its caller's; done again it answers the same and stores nothing. */
export async function addTask(
  deps: CreateTaskDeps,
  actor: Actor,
  input: Omit<NewTask, "alertId">,
  { id, origin }: { id: string; origin: TaskOrigin },
): Promise<Result<Task, Failure>> {
  const allowed = authorize(actor, "manage-tasks");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const { title, note, dueDay } = input;
  const assigneeId = input.assigneeId ?? undefined;
  if (assigneeId && !(await deps.members.get(workspaceId, assigneeId))) return err(failures.assigneeUnknown());
  const open = await deps.tasks.listOpen(workspaceId, mostOpen);
  if (open.length >= mostOpen) return err(failures.tooManyTasks(mostOpen));
  const task: Task = {
    id,
    workspaceId,
    title,
    note,
    dueDay,
    ...(assigneeId && { assigneeId }),
    origin,
    state: "open",
    createdBy: actorName(actor),
    createdAt: deps.clock.nowMs(),
    version: 1,
  };
  await deps.tasks.create(task);
  return ok(task);
}
