import type { InboundReview } from "../channels/inbound.ts";
import { outdated, untilCurrent } from "../kernel/until-current.ts";
import type { Review, ReviewFacts } from "./model.ts";
import type { Reviews } from "./ports.ts";
import {
  mergeReviewFacts,
  type ReadText,
  type ReviewPlace,
  reviewFactsOf,
  reviewFrom,
  reviewIdOf,
} from "./review-facts.ts";

/**
 * Stores what a delivery tells about one review, whatever is known already: once, in any order. Returns the stored
 * review. Throws when it cannot be stored.
 */
export const storeReview = (
  deps: StoreReviewDeps,
  place: ReviewPlace,
  items: readonly InboundReview[],
): Promise<Review> => storeReviewFacts(deps, place, items.map(reviewFactsOf));

export interface StoreReviewDeps {
  readonly reviews: Reviews;
  readonly readText: ReadText;
}

/** The same of what is known by other ways than a report of the platform. */
export async function storeReviewFacts(
  deps: StoreReviewDeps,
  place: ReviewPlace,
  reports: readonly ReviewFacts[],
): Promise<Review> {
  return untilCurrent(`Review ${place.remoteId}`, async () => {
    const stored = await deps.reviews.get(place.workspaceId, reviewIdOf(place.channelId, place.remoteId));
    const facts = reports.reduce<ReviewFacts | undefined>(mergeReviewFacts, stored?.facts);
    if (!facts) throw new Error("a review without a report");
    const fresh = { ...reviewFrom(place, facts, deps.readText), announced: stored?.announced };
    if (stored?.revision === fresh.revision) return stored;
    const review = withAnswer(fresh, stored?.answeredAt);
    return (await deps.reviews.save(review, stored?.revision ?? null)) ? review : outdated;
  });
}

/** The review with its first answer: answered, unless it is gone. */
export const withAnswer = (review: Review, answeredAt: number | undefined): Review => ({
  ...review,
  answeredAt,
  state: review.removed || !review.known ? "gone" : answeredAt === undefined ? "open" : "answered",
});
