import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Lead } from "../leads/index.ts";
import type { Review, Reviews } from "../reviews/index.ts";
import type { Message, Thread } from "./model.ts";
import type { ThreadNote, ThreadNotes } from "./notes.ts";
import type { Outgoing } from "./outgoing.ts";
import { type PersonHistoryDeps, personHistory } from "./person-history.ts";
import type { Messages, Outgoings, Threads } from "./ports.ts";
import type { Presence, Presences } from "./presence.ts";
import { inOrder } from "./thread-summary.ts";

/** A conversation as it is read and answered. */
export interface ThreadView {
  readonly thread: Thread;
  /** In the order in which they appeared. Removed ones stay, without their text, as what they are. */
  readonly messages: readonly Message[];
  /** What the thread is about, when that is a review. */
  readonly review?: Review | undefined;
  /** What members told each other, the oldest first. */
  readonly notes: readonly ThreadNote[];
  /** Who else has the thread open now. */
  readonly present: readonly Presence[];
  /** Replies and actions that are under way or have failed, the oldest first. */
  readonly outgoing: readonly Outgoing[];
  /** Every reply and action that was ever asked for in the thread, those that are done among them. */
  readonly asked: readonly Outgoing[];
  /** The person's other threads in the workspace, on all their channels, the last active first, at most ten. */
  readonly otherThreads: readonly Thread[];
  /** The lead that the person is, if they are one. */
  readonly lead?: Lead | undefined;
}

export interface GetThreadDeps extends PersonHistoryDeps {
  readonly threads: Threads;
  readonly messages: Messages;
  readonly outgoings: Outgoings;
  readonly reviews: Reviews;
  readonly notes: Pick<ThreadNotes, "listByThread">;
  readonly presences: Pick<Presences, "listByThread">;
  readonly clock: Clock;
}

/** One thread of the actor's workspace with all that belongs to it. */
export async function getThread(
  deps: GetThreadDeps,
  actor: Actor,
  input: { threadId: string },
): Promise<Result<ThreadView, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const thread = await deps.threads.get(workspaceId, input.threadId);
  if (!thread || thread.state === "empty") return err(notFound());
  const [messages, outgoing, notes, present, review, person] = await Promise.all([
    deps.messages.listByThread(workspaceId, thread.id),
    deps.outgoings.listByThread(workspaceId, thread.id),
    deps.notes.listByThread(workspaceId, thread.id),
    deps.presences.listByThread(workspaceId, thread.id, deps.clock.nowMs()),
    thread.review ? deps.reviews.get(workspaceId, thread.review.id) : null,
    personHistory(deps, thread),
  ]);
  return ok({
    thread,
    messages: inOrder(messages.filter(({ known }) => known)),
    notes: [...notes].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    present: present.filter(({ memberId }) => memberId !== actorName(actor)),
    review: review ?? undefined,
    asked: outgoing,
    outgoing: outgoing.filter(({ state }) => state !== "done").sort((a, b) => a.requestedAt - b.requestedAt),
    otherThreads: person.threads,
    lead: person.lead,
  });
}
