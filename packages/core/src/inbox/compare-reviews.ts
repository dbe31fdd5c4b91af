import type { Channel } from "../channels/connected/index.ts";
import type { InboundReview } from "../channels/inbound.ts";
import type { PolledPage } from "../channels/reviews.ts";
import { inBatches } from "../kernel/in-batches.ts";
import { digestOf } from "../kernel/stamped.ts";
import {
  missingReviewFacts,
  type Review,
  type ReviewFacts,
  returnedReviewFacts,
  storeReviewFacts,
} from "../reviews/index.ts";
import { judge, type Suspect, settlesMs, type Verdict } from "./absences.ts";
import { classify } from "./classify/classify.ts";
import { type ReadPolicyDeps, readPolicy } from "./response-targets.ts";
import { type SettleDeps, settleThread } from "./settle-thread.ts";

export type CompareReviewsDeps = SettleDeps & ReadPolicyDeps;

/** So many reviews are settled at a time. */
const together = 8;

/** What an entry is remembered by while its list is walked: 48 bits of a digest. */
export const listedMark = (remoteId: string): string => digestOf(remoteId).slice(0, 12);

/** The reviews on a page, each with all that the page tells of it. */
export const reviewsOn = ({ entries }: PolledPage): ReadonlyMap<string, readonly InboundReview[]> =>
  Map.groupBy(
    entries.flatMap(({ items }) => items).filter((item): item is InboundReview => item.kind === "review"),
    ({ remoteId }) => remoteId,
  );

/** What is held of a channel's reviews, also those that are gone; without those that came from a table. */
export async function heldReviews(
  deps: Pick<CompareReviewsDeps, "reviews">,
  { workspaceId, id }: Channel,
  until: number,
): Promise<readonly Review[]> {
  const reviews = await deps.reviews.listByChannelAndTime(workspaceId, id, 0, until);
  return reviews.filter(({ known, imported }) => known && !imported);
}

/** Brings back what is missing and stands on a page, as it was at `seenAt` (epoch ms). */
export async function takeReturned(
  deps: CompareReviewsDeps,
  channel: Channel,
  look: { page: PolledPage; held: readonly Review[]; seenAt: number },
): Promise<void> {
  const listed = reviewsOn(look.page);
  const returned = look.held.flatMap((review): [Review, ReviewFacts][] => {
    const isMissing = review.removed && review.facts.presence?.value === "missing";
    const facts = isMissing && returnedReviewFacts(listed.get(review.remoteId) ?? [], look.seenAt);
    return facts ? [[review, facts]] : [];
  });
  await storeAll(deps, channel, returned);
}

/**
 * Judges a list that was walked to its end by `seenAt`: reviews that it left out for the second time are taken for removed,
 * as if a webhook had told so. `listed` holds the marks of all that it told. Answers what else was left out.
 */
export async function concludeReviews(
  deps: CompareReviewsDeps,
  channel: Channel,
  look: { held: readonly Review[]; listed: ReadonlySet<string>; suspects: readonly Suspect[]; seenAt: number },
): Promise<Verdict<Review & { own: boolean }>> {
  const { held, listed, suspects, seenAt } = look;
  const reviews = held.map((review) => ({ ...review, own: false }));
  const signs = {
    isStanding: ({ removed, facts }: Review) => !removed && toldAt(facts) <= seenAt - settlesMs,
    isListed: ({ remoteId }: Review) => listed.has(listedMark(remoteId)),
  };
  const verdict = judge(reviews, signs, suspects, seenAt);
  await storeMissing(deps, channel, verdict.gone, seenAt);
  return verdict;
}

/** Takes reviews for removed that the platform did not show at `seenAt`, epoch ms. */
export const storeMissing = (
  deps: CompareReviewsDeps,
  channel: Channel,
  reviews: readonly Review[],
  seenAt: number,
): Promise<void> =>
  storeAll(
    deps,
    channel,
    reviews.map((review) => [review, missingReviewFacts(review.facts, seenAt)]),
  );

const toldAt = ({ reportedAt, opinion, presence }: ReviewFacts): number =>
  Math.max(reportedAt, opinion?.at ?? 0, presence?.at ?? 0);

async function storeAll(
  deps: CompareReviewsDeps,
  channel: Channel,
  changes: readonly (readonly [Review, ReviewFacts])[],
): Promise<void> {
  if (changes.length === 0) return;
  const policy = await readPolicy(deps, channel.workspaceId, channel.id);
  await inBatches(changes, together, async ([{ workspaceId, channelId, platform, remoteId, threadId }, facts]) => {
    const place = { workspaceId, channelId, platform, remoteId, threadId };
    await storeReviewFacts({ reviews: deps.reviews, readText: classify }, place, [facts]);
    await settleThread(deps, place, policy);
  });
}
