import { authorize, type Members } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import * as failures from "./failures.ts";
import type { ChangeTask, Task } from "./model.ts";
import type { Tasks } from "./ports.ts";

export interface ChangeTaskDeps {
  readonly tasks: Pick<Tasks, "get" | "save">;
  readonly members: Pick<Members, "get">;
  readonly clock: Clock;
}

/** Changes a task, assigns it, completes it or takes it up again, on the version that was seen. */
export async function changeTask(
  deps: ChangeTaskDeps,
  actor: Actor,
  input: ChangeTask,
): Promise<Result<Task, Failure>> {
  const allowed = authorize(actor, "manage-tasks");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const stored = await deps.tasks.get(workspaceId, input.taskId);
  if (!stored) return err(notFound());
  if (stored.version !== input.version) return err(conflict("changed-meanwhile"));
  if (input.assigneeId && !(await deps.members.get(workspaceId, input.assigneeId))) {
    return err(failures.assigneeUnknown());
  }
  const saved = await deps.tasks.save(changed(stored, input, { at: deps.clock.nowMs(), by: actorName(actor) }));
  return saved ? ok(saved) : err(conflict("changed-meanwhile"));
}

function changed(task: Task, input: ChangeTask, { at, by }: { at: number; by: string }): Task {
  const { assigneeId, doneAt, doneBy, ...rest } = task;
  const { title = task.title, note = task.note, dueDay = task.dueDay, done = task.state === "done" } = input;
  const assignee = input.assigneeId === undefined ? assigneeId : (input.assigneeId ?? undefined);
  const was = task.state === "done" ? { doneAt, doneBy } : { doneAt: at, doneBy: by };
  return {
    ...rest,
    title,
    note,
    dueDay,
    ...(assignee && { assigneeId: assignee }),
    ...(done ? { state: "done", ...was } : { state: "open" }),
  };
}
