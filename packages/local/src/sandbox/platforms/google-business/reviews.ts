import { type ReviewOnWire, starRatings } from "#core/channels/platforms/google-business/wire.ts";
import { GoogleError } from "../../google/google-error.ts";
import type { Location, Review } from "./model.ts";
import { push } from "./push.ts";
import { placeOf, type World } from "./world.ts";

const maxReplyBytes = 4096;

export interface Opinion {
  readonly stars: number;
  readonly comment: string;
}

/** A person says what they think of a location; Google tells about it. */
export function addReview(
  world: World,
  location: Location,
  said: Opinion & { person: string; isAnonymous: boolean; at?: number | undefined },
): Review {
  const { at = world.clock.nowMs(), ...rest } = said;
  const review = world.reviews.put({
    ...rest,
    id: world.newId(),
    locationId: location.id,
    createdAt: at,
    updatedAt: at,
  });
  push(world, location, review, "NEW_REVIEW");
  return review;
}

/** A person thinks otherwise by now. */
export function changeReview(world: World, review: Review, opinion: Opinion): Review {
  const changed = world.reviews.put({ ...review, ...opinion, updatedAt: world.clock.nowMs() });
  const location = world.locations.get(review.locationId);
  if (location) push(world, location, changed, "UPDATED_REVIEW");
  return changed;
}

/** `PUT .../reply`: the one answer that a review has. */
export function putReply(world: World, review: Review, comment: unknown): object {
  if (typeof comment !== "string" || comment === "" || Buffer.byteLength(comment) > maxReplyBytes) {
    throw new GoogleError("INVALID_ARGUMENT", "Request contains an invalid argument.", "comment");
  }
  const reply = { comment, updatedAt: world.clock.nowMs() };
  world.reviews.put({ ...review, reply });
  return replyNode(reply);
}

/** `GET .../reviews`, what changed last first. */
export function listReviews(world: World, location: Location, query: Readonly<Record<string, string>>): object {
  const size = Math.min(50, Number(query.pageSize ?? 50));
  const from = Number(query.pageToken ?? 0);
  const all = world.reviews
    .list(({ locationId }) => locationId === location.id)
    .toSorted((a, b) => b.updatedAt - a.updatedAt);
  const page = all.slice(from, from + size);
  return {
    reviews: page.map((review) => reviewNode(location, review)),
    averageRating: all.length === 0 ? 0 : all.reduce((sum, { stars }) => sum + stars, 0) / all.length,
    totalReviewCount: all.length,
    ...(from + size < all.length && { nextPageToken: String(from + size) }),
  };
}

/** A review as v4 gives it. */
export const reviewNode = (location: Location, review: Review): ReviewOnWire & { reviewId: string } => ({
  name: `${placeOf(location)}/reviews/${review.id}`,
  reviewId: review.id,
  reviewer: review.isAnonymous
    ? { displayName: "A Google user", isAnonymous: true }
    : { displayName: review.person, isAnonymous: false },
  starRating: starRatings[review.stars - 1],
  ...(review.comment && { comment: review.comment }),
  createTime: new Date(review.createdAt).toISOString(),
  updateTime: new Date(review.updatedAt).toISOString(),
  ...(review.reply && { reviewReply: replyNode(review.reply) }),
});

const replyNode = ({ comment, updatedAt }: NonNullable<Review["reply"]>) => ({
  comment,
  updateTime: new Date(updatedAt).toISOString(),
});
