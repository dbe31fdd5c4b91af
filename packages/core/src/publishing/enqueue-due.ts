import type { Clock } from "../kernel/clock.ts";
import { inBatches } from "../kernel/in-batches.ts";
import { delayFor, isLookedFor } from "./hand-over.ts";
import type { PublishMessage, SettleMessage } from "./messages.ts";
import type { Publication } from "./model.ts";
import { policy } from "./policy.ts";
import type { Publications, PublishingQueues } from "./ports.ts";
import { handedOver } from "./transitions.ts";

/** Past its instant by more than this counts as overdue, ms. */
const overdueAfter = 60_000;
const parallelWrites = 25;

/** What a tick did: messages sent, and how many publications were overdue (the metric `OverduePublications`). */
export interface TickReport {
  readonly enqueued: number;
  readonly overdue: number;
}

/**
 * The tick: sends a message for every publication whose instant comes within the look-ahead, held back to the second,
 * and again for every one whose message, or worker, got lost, however old. A message is sent before the index says so:
 * a crash in between costs a second message, never a publication. An empty tick costs one query per shard. Throws, after
 * the other shards are done, when one could not be worked through: the next tick sees what is left.
 */
export async function enqueueDue(
  deps: PublishingQueues & { publications: Pick<Publications, "waiting" | "save">; clock: Clock },
): Promise<TickReport> {
  const shards = Array.from({ length: policy.wakeShards }, (_, shard) => enqueueShard(deps, String(shard)));
  const outcomes = await Promise.allSettled(shards);
  const broken = outcomes.find((outcome) => outcome.status === "rejected");
  if (broken) throw broken.reason;
  const reports = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  return {
    enqueued: reports.reduce((sum, report) => sum + report.enqueued, 0),
    overdue: reports.reduce((sum, report) => sum + report.overdue, 0),
  };
}

async function enqueueShard(deps: Parameters<typeof enqueueDue>[0], shard: string): Promise<TickReport> {
  const until = deps.clock.nowMs() + policy.lookAhead;
  let enqueued = 0;
  let overdue = 0;
  let cursor: string | undefined;
  do {
    const page = await deps.publications.waiting(shard, until, cursor);
    const now = deps.clock.nowMs();
    const due = page.items.filter((publication) => wantsMessage(publication, now));
    await sendAll(deps, due, now);
    await inBatches(due, parallelWrites, (publication) => deps.publications.save(handedOver(publication, now)));
    enqueued += due.length;
    overdue += due.filter(({ nextAt = now }) => now - nextAt > overdueAfter).length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return { enqueued, overdue };
}

/** Not handed over yet; or handed over and not heeded; or in the hands of a worker whose lease has ended. */
function wantsMessage({ lease, nextAt, wakeAt = 0 }: Publication, now: number): boolean {
  return lease !== undefined || wakeAt !== nextAt ? wakeAt <= now : true;
}

async function sendAll(queues: PublishingQueues, due: readonly Publication[], now: number): Promise<void> {
  const publish: { message: PublishMessage; delayMs: number }[] = [];
  const settle: { message: SettleMessage; delayMs: number }[] = [];
  for (const publication of due) {
    const { workspaceId, id, nextAt = now } = publication;
    const work = { workspaceId, publicationId: id, at: nextAt };
    const delayMs = delayFor(publication, now);
    if (isLookedFor(publication)) settle.push({ message: { kind: "settle-publication", ...work }, delayMs });
    else publish.push({ message: { kind: "publish", ...work }, delayMs });
  }
  if (publish.length > 0) await queues.publishQueue.sendAll(publish);
  if (settle.length > 0) await queues.settleQueue.sendAll(settle);
}
