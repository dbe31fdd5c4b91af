import { answerOf, api } from "./client.ts";
import type { ReviewFiguresQuery, ReviewQuery } from "./contract.ts";

/** A page of reviews. */
export const listReviews = (query: ReviewQuery & { cursor?: string }) => answerOf(api.reviews.$get({ query }));
/** Keeps what was answered by hand where an imported review stands. */
export const recordAnswer = (id: string, text: string) =>
  answerOf(api.reviews[":id"]["recorded-answer"].$put({ param: { id }, json: { text } }));
export const readReview = (id: string) => answerOf(api.reviews[":id"].$get({ param: { id } }));
/** How the reviews of the last weeks or months went. */
export const readReviewFigures = (query: ReviewFiguresQuery) => answerOf(api.reviews.figures.$get({ query }));
