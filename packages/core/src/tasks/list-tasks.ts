import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import { ok, type Result } from "../kernel/result.ts";
import { mostDone, mostOpen, type Task } from "./model.ts";
import type { Tasks } from "./ports.ts";

export const listTasksSchema = v.object({ state: v.optional(v.picklist(["open", "done"]), "open") });

/** The open tasks, the one due first at the top; or the last hundred that were done. One query. */
export async function listTasks(
  deps: { tasks: Pick<Tasks, "listOpen" | "listDone"> },
  actor: Actor,
  { state }: v.InferOutput<typeof listTasksSchema>,
): Promise<Result<readonly Task[], Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  return ok(
    state === "open"
      ? await deps.tasks.listOpen(workspaceId, mostOpen)
      : await deps.tasks.listDone(workspaceId, mostDone),
  );
}

/** What a member has to do by a day: their own tasks and those of nobody, the one due first at the top. One query. */
export async function tasksDueFor(
  deps: { tasks: Pick<Tasks, "listOpen"> },
  { workspaceId, memberId, until }: { workspaceId: string; memberId: string; until: string },
): Promise<readonly Task[]> {
  const due = await deps.tasks.listOpen(workspaceId, mostOpen, until);
  return due.filter(({ assigneeId }) => assigneeId === undefined || assigneeId === memberId);
}
