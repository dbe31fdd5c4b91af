import * as v from "valibot";
import { authorize, type Members, type Workspaces } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { defaultBusinessHours } from "./business-hours.ts";
import { changedMeanwhile, noSuchMember } from "./errors.ts";
import type { Thread } from "./model.ts";
import type { Threads } from "./ports.ts";
import { standing } from "./thread-summary.ts";

export const markThreadSchema = v.object({ state: v.picklist(["open", "done"]) });
export type MarkThreadInput = v.InferOutput<typeof markThreadSchema> & { readonly threadId: string };

/** Marks a thread done, or opens it again. A customer's new message opens a done thread by itself. */
export async function markThread(
  deps: { threads: Threads; workspaces: Pick<Workspaces, "get"> },
  actor: Actor,
  input: MarkThreadInput,
): Promise<Result<Thread, Failure>> {
  const workspace = await deps.workspaces.get(actor.workspaceId);
  const hours = defaultBusinessHours(workspace?.timeZone ?? "UTC");
  return change(deps.threads, actor, input.threadId, (thread) => {
    const doneMark = input.state === "done" ? thread.customers : undefined;
    return { doneMark, ...standing(thread, doneMark, hours) };
  });
}

export const assignThreadSchema = v.object({ memberId: v.nullable(idSchema) });
export type AssignThreadInput = v.InferOutput<typeof assignThreadSchema> & { readonly threadId: string };

/** Gives a thread to a member of the workspace, or to nobody (`null`). */
export async function assignThread(
  deps: { threads: Threads; members: Pick<Members, "get"> },
  actor: Actor,
  input: AssignThreadInput,
): Promise<Result<Thread, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const { memberId } = input;
  if (memberId !== null && !(await deps.members.get(actor.workspaceId, memberId))) return err(noSuchMember());
  return change(deps.threads, actor, input.threadId, () => ({ assigneeId: memberId ?? undefined }));
}

/** Others (intake above all) write the same thread only so often while one change is made. */
const maxAttempts = 10;

async function change(
  threads: Threads,
  actor: Actor,
  threadId: string,
  how: (thread: Thread) => Partial<Thread>,
): Promise<Result<Thread, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const thread = await threads.get(actor.workspaceId, threadId);
    if (!thread || thread.state === "empty") return err(notFound());
    const next: Thread = { ...thread, ...how(thread), revision: thread.revision + 1 };
    if (await threads.save(next, thread)) return ok(next);
  }
  return err(changedMeanwhile());
}
