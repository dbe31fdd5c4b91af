import type { Review } from "./model.ts";

/**
 * Whether a review speaks against us: one or two stars; where there are none, that it does not recommend, or a text that
 * says so.
 */
export const isNegative = ({
  rating,
  recommends,
  sentiment,
}: Pick<Review, "rating" | "recommends" | "sentiment">): boolean =>
  rating === undefined ? recommends === false || (recommends === undefined && sentiment === "negative") : rating <= 2;
