import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Tasks } from "./ports.ts";

/** Takes a task away for good. */
export async function removeTask(
  deps: { tasks: Pick<Tasks, "get" | "remove"> },
  actor: Actor,
  { taskId }: { taskId: string },
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "manage-tasks");
  if (!allowed.ok) return allowed;
  const task = await deps.tasks.get(actor.workspaceId, taskId);
  if (!task) return err(notFound());
  return (await deps.tasks.remove(task)) ? ok(undefined) : err(conflict("changed-meanwhile"));
}
