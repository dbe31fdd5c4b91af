import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Review } from "./model.ts";
import type { Reviews } from "./ports.ts";

/** One review of the actor's workspace. */
export async function getReview(
  deps: { reviews: Reviews },
  actor: Actor,
  input: { reviewId: string },
): Promise<Result<Review, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const review = await deps.reviews.get(actor.workspaceId, input.reviewId);
  return review?.known ? ok(review) : err(notFound());
}
