import type { Review } from "../reviews/index.ts";
import { classify } from "./classify/classify.ts";
import type { Classification } from "./classify/model.ts";
import { entryOfReview, ratingOf } from "./thread-summary.ts";

/** What a review is: the stars and the text together, as its thread counts it. `rating` is 5 or 1 for a recommendation. */
export function readReview(review: Review): Partial<Classification> & { readonly rating: number | undefined } {
  const rating = ratingOf(review);
  return { ...entryOfReview(review, classify(review.text, { rating })).classification, rating };
}
