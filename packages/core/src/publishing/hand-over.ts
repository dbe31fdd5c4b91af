import type { Clock } from "../kernel/clock.ts";
import type { Publication } from "./model.ts";
import { policy } from "./policy.ts";
import type { PublishingQueues } from "./ports.ts";
import { inTurn } from "./turn.ts";

/** A tick needs this long to start, read the index and send, ms. */
const tickDuration = 15_000;

/**
 * The instant from which on the tick alone is sure to hand work out in time (epoch ms).
 *
 * The rule that starts the tick fires once in every minute, but anywhere within it. The tick of the current minute may
 * be over; the next one comes at the latest 60 s after the start of the next minute, and needs some seconds to work.
 * What is due before that is sent at once by whoever schedules it. What is due later the tick sees in time: two ticks
 * are at most 120 s apart (start of one minute, end of the next), and it looks 150 s ahead (`policy.lookAhead`).
 */
export function tickIsSureFrom(now: number): number {
  const nextMinute = (Math.floor(now / 60_000) + 1) * 60_000;
  return nextMinute + 60_000 + tickDuration;
}

/**
 * How long the message for a publication's next instant is held back. One to publish arrives a few seconds early and its
 * worker waits the rest; one to look never comes early, because a platform needs its time to show what it has.
 */
export const delayFor = (publication: Publication, now: number): number =>
  Math.max(0, (publication.nextAt ?? 0) - now - (isLookedFor(publication) ? 0 : policy.early));

/** Its next message is one to look on the platform, for the post or for what follows it. */
export const isLookedFor = (publication: Publication): boolean => inTurn(publication).state === "unconfirmed";

/**
 * Sends the message for a publication's next instant when that comes before the tick is sure to see it. The wake index
 * keeps the publication as not handed over, so a crash before the send costs at most a minute; the tick may then send a
 * second message, and the claim lets only one through.
 */
export async function handOver(deps: PublishingQueues & { clock: Clock }, publication: Publication): Promise<void> {
  const now = deps.clock.nowMs();
  const { workspaceId, id, lease, nextAt } = publication;
  if (nextAt === undefined || lease || nextAt >= tickIsSureFrom(now)) return;
  const work = { workspaceId, publicationId: id, at: nextAt };
  const delayMs = delayFor(publication, now);
  if (isLookedFor(publication)) await deps.settleQueue.send({ kind: "settle-publication", ...work }, { delayMs });
  else await deps.publishQueue.send({ kind: "publish", ...work }, { delayMs });
}
