import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Review, Reviews } from "../reviews/index.ts";
import type { Message, Thread } from "./model.ts";
import type { Outgoing } from "./outgoing.ts";
import type { Messages, Outgoings, Threads } from "./ports.ts";
import { inOrder } from "./thread-summary.ts";

/** A conversation as it is read and answered. */
export interface ThreadView {
  readonly thread: Thread;
  /** In the order in which they appeared. Removed ones stay, without their text, as what they are. */
  readonly messages: readonly Message[];
  /** What the thread is about, when that is a review. */
  readonly review?: Review | undefined;
  /** Replies and actions that are under way or have failed, the oldest first. */
  readonly outgoing: readonly Outgoing[];
  /** The person's other threads in the workspace, the last active first, at most ten. */
  readonly otherThreads: readonly Thread[];
}

/** One thread of the actor's workspace with all that belongs to it. */
export async function getThread(
  deps: { threads: Threads; messages: Messages; outgoings: Outgoings; reviews: Reviews },
  actor: Actor,
  input: { threadId: string },
): Promise<Result<ThreadView, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const thread = await deps.threads.get(workspaceId, input.threadId);
  if (!thread || thread.state === "empty") return err(notFound());
  const [messages, outgoing, review, ofPerson] = await Promise.all([
    deps.messages.listByThread(workspaceId, thread.id),
    deps.outgoings.listByThread(workspaceId, thread.id),
    thread.review ? deps.reviews.get(workspaceId, thread.review.id) : null,
    thread.person ? deps.threads.listByPerson(workspaceId, thread.platform, thread.person.remoteId, 11) : [],
  ]);
  return ok({
    thread,
    messages: inOrder(messages.filter(({ known }) => known)),
    review: review ?? undefined,
    outgoing: outgoing.filter(({ state }) => state !== "done").sort((a, b) => a.requestedAt - b.requestedAt),
    otherThreads: ofPerson.filter(({ id }) => id !== thread.id).slice(0, 10),
  });
}
