import type { Workspaces } from "../access/index.ts";
import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { answerOverdue } from "./events.ts";
import { isTold } from "./is-told.ts";
import type { Thread } from "./model.ts";
import type { Threads } from "./ports.ts";

export interface TellOverdueDeps {
  readonly workspaces: Pick<Workspaces, "listAll">;
  readonly threads: Threads;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** So many of a workspace are told at a time; what is left is told at the next. */
const mostAtOnce = 200;

/**
 * Tells the rest of the product of every thread whose response target has passed without an answer, however long ago,
 * and notes it at the thread: told once for each target, once more only if the note gets lost. A snoozed thread is told
 * when it is back. Returns how many were told.
 */
export async function tellOverdue(deps: TellOverdueDeps): Promise<number> {
  let told = 0;
  for (const workspace of await deps.workspaces.listAll()) {
    const now = deps.clock.nowMs();
    const overdue = await deps.threads.listOverdue(workspace.id, now, mostAtOnce);
    const fresh = overdue.filter((thread) => !isTold(thread));
    if (fresh.length > 0) await deps.events.publish(fresh.map((thread) => eventOf(deps.clock, thread)));
    // One that was told already is stored again, too: that takes it out of the list for good.
    for (const thread of overdue) await note(deps.threads, thread);
    told += fresh.length;
  }
  return told;
}

function eventOf(clock: Clock, thread: Thread) {
  const { channelId, id: threadId, dueAt = 0, waitingSince = dueAt, assigneeId } = thread;
  return answerOverdue.make(clock, systemActor(thread.workspaceId, "reconcile"), {
    channelId,
    threadId,
    dueAt,
    waitingSince,
    assigneeId,
  });
}

/** When somebody changed the thread meanwhile, it is told once more or no longer overdue: either is right. */
const note = (threads: Threads, thread: Thread): Promise<boolean> =>
  threads.save({ ...thread, toldDueAt: thread.dueAt, revision: thread.revision + 1 }, thread);
