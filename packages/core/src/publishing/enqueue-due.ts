import type { Clock } from "../kernel/clock.ts";
import { inBatches } from "../kernel/in-batches.ts";
import { delayFor, isLookedFor } from "./hand-over.ts";
import type { PublishMessage, SettleMessage } from "./messages.ts";
import type { Publication } from "./model.ts";
import { policy } from "./policy.ts";
import type { Publications, PublishingQueues } from "./ports.ts";
import { type PacingDeps, takeStarts } from "./take-starts.ts";
import { isLate } from "./tell-late.ts";
import { handedOver, latestStart, startGiven, wantsStart } from "./transitions.ts";

/** Past its instant by more than this counts as overdue, ms. */
const overdueAfter = 60_000;
const parallelWrites = 25;

export interface TickDeps extends PublishingQueues, PacingDeps {
  readonly publications: Pick<Publications, "waiting" | "save">;
  readonly clock: Clock;
}

/**
 * What a tick did: messages sent, how many publications were overdue (the metric `OverduePublications`), and which are so
 * late that somebody should be told (see `tellLate`).
 */
export interface TickReport {
  readonly enqueued: number;
  readonly overdue: number;
  readonly late: readonly Publication[];
}

/**
 * The tick: sends a message for every publication whose instant comes within the look-ahead, held back to the second,
 * and again for every one whose message, or worker, got lost, however old. A message is sent before the index says so:
 * a crash in between costs a second message, never a publication. Each channel begins at its own pace, whatever is due
 * on it or on others. An empty tick costs one query per shard. Throws, after
 * the other shards are done, when one could not be worked through: the next tick sees what is left.
 */
export async function enqueueDue(deps: TickDeps): Promise<TickReport> {
  const shards = Array.from({ length: policy.wakeShards }, (_, shard) => enqueueShard(deps, String(shard)));
  const outcomes = await Promise.allSettled(shards);
  const broken = outcomes.find((outcome) => outcome.status === "rejected");
  if (broken) throw broken.reason;
  const reports = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  return {
    enqueued: reports.reduce((sum, report) => sum + report.enqueued, 0),
    overdue: reports.reduce((sum, report) => sum + report.overdue, 0),
    late: reports.flatMap((report) => report.late),
  };
}

async function enqueueShard(deps: TickDeps, shard: string): Promise<TickReport> {
  const until = deps.clock.nowMs() + policy.lookAhead;
  let enqueued = 0;
  let overdue = 0;
  const late: Publication[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.publications.waiting(shard, until, cursor);
    const now = deps.clock.nowMs();
    const found = page.items.filter((publication) => wantsMessage(publication, now));
    const { due, later } = await withStarts(deps, found, now, until);
    await sendAll(deps, due, now);
    await inBatches(due, parallelWrites, (publication) => deps.publications.save(handedOver(publication, now)));
    await inBatches(later, parallelWrites, (publication) => deps.publications.save(publication));
    enqueued += due.length;
    overdue += found.filter((publication) => isOverdue(publication, now)).length;
    late.push(...found.filter((publication) => isLate(publication, now)));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return { enqueued, overdue, late };
}

const isOverdue = ({ nextAt = Number.POSITIVE_INFINITY }: Publication, now: number): boolean =>
  now - nextAt > overdueAfter;

/**
 * What is found, with the starts that the channels' paces give, in the order of instants and ids. `later` are those
 * whose start the next ticks are in time for. One for which the pace has no start any more goes out as it is: its worker
 * says so. The starts are taken before they are stored: a crash in between leaves a gap, never a crowd.
 */
async function withStarts(deps: TickDeps, found: readonly Publication[], now: number, until: number) {
  const wanting = Map.groupBy(
    found.filter((one) => wantsStart(one) || (one.state === "scheduled" && isOverdue(one, now))),
    ({ workspaceId, channelId }) => `${workspaceId} ${channelId}`,
  );
  const given = new Map<string, Publication>();
  await inBatches([...wanting.values()], parallelWrites, async (unordered) => {
    const ofChannel = unordered.toSorted(inOrder);
    const [first] = ofChannel;
    if (!first) return;
    const wanted = ofChannel.map((one) => ({ at: Math.max(one.nextAt ?? now, now), latest: latestStart(one) }));
    const starts = await takeStarts(deps, first, wanted, { forgetSingle: true });
    ofChannel.forEach((one, index) => {
      const start = starts[index];
      const wantedAt = wanted[index]?.at === start ? one.nextAt : start;
      if (typeof start === "number") given.set(one.id, startGiven(one, wantedAt ?? start, now));
    });
  });
  const all = found.map((one) => given.get(one.id) ?? one);
  const isLater = ({ nextAt = 0 }: Publication) => nextAt > until;
  return { due: all.filter((one) => !isLater(one)), later: all.filter(isLater) };
}

const inOrder = (a: Publication, b: Publication): number => (a.nextAt ?? 0) - (b.nextAt ?? 0) || (a.id < b.id ? -1 : 1);

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
    else publish.push({ message: { kind: "publish", ...work, started: publication.startAt === nextAt }, delayMs });
  }
  if (publish.length > 0) await queues.publishQueue.sendAll(publish);
  if (settle.length > 0) await queues.settleQueue.sendAll(settle);
}
