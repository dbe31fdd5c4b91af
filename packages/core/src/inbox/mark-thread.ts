import * as v from "valibot";
import { authorize, type Members } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import type { Failure } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { err, type Result } from "../kernel/result.ts";
import { changeThread } from "./change-thread.ts";
import { noSuchMember } from "./errors.ts";
import { threadDone } from "./events.ts";
import type { Thread } from "./model.ts";
import type { Threads } from "./ports.ts";
import { policyOf, type ReadPolicyDeps } from "./response-targets.ts";
import { standing } from "./thread-summary.ts";

export const markThreadSchema = v.object({ state: v.picklist(["open", "done"]) });
export type MarkThreadInput = v.InferOutput<typeof markThreadSchema> & { readonly threadId: string };

/**
 * Marks a thread done, or opens it again, also a snoozed one. A customer's new message opens a done thread by itself. A
 * reply of ours that had failed is dealt with when the thread is marked done after that.
 */
export async function markThread(
  deps: { threads: Threads; events: EventPublisher; clock: Clock } & ReadPolicyDeps,
  actor: Actor,
  input: MarkThreadInput,
): Promise<Result<Thread, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const [workspace, versions] = await Promise.all([
    deps.workspaces.get(actor.workspaceId),
    deps.responseTargets.list(actor.workspaceId),
  ]);
  let overcome: string | undefined;
  const marked = await changeThread(deps.threads, actor, input.threadId, (thread) => {
    const doneMark = input.state === "done" ? thread.customers : undefined;
    const policy = policyOf(versions, workspace?.timeZone ?? "UTC", thread.channelId);
    overcome = thread.unsent?.code;
    const dealtWith = input.state === "done" && { unsent: undefined };
    return { doneMark, snooze: undefined, ...dealtWith, ...standing(thread, doneMark, policy) };
  });
  if (marked.ok && input.state === "done") {
    const { channelId, id: threadId } = marked.value;
    await deps.events.publish([threadDone.make(deps.clock, actor, { channelId, threadId, overcome })]);
  }
  return marked;
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
  return changeThread(deps.threads, actor, input.threadId, () => ({ assigneeId: memberId ?? undefined }));
}
