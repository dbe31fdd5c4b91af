import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import type { RespondMessage } from "./messages.ts";
import type { Outgoings } from "./ports.ts";
import { messageFor } from "./request-outgoing.ts";

/** Replies and actions of all workspaces that somebody should have looked at by now, however old. */
export async function listStuckReplies(
  deps: { outgoings: Outgoings; clock: Clock },
  limit = 100,
): Promise<readonly RespondMessage[]> {
  const due = await deps.outgoings.listDue(deps.clock.nowMs(), limit);
  return due.map(messageFor);
}

/** Puts the stuck ones on the respond queue again, and says how many. Handling one twice does no harm. */
export async function wakeStuckReplies(
  deps: { outgoings: Outgoings; clock: Clock; respondQueue: Queue<RespondMessage> },
  limit = 100,
): Promise<number> {
  const stuck = await listStuckReplies(deps, limit);
  if (stuck.length > 0) await deps.respondQueue.sendAll(stuck.map((message) => ({ message })));
  return stuck.length;
}
