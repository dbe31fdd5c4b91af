import { answerOf, api } from "./client.ts";
import type { ReviewFiguresQuery, ReviewQuery } from "./contract.ts";

/** A page of reviews. */
export const listReviews = (query: ReviewQuery & { cursor?: string }) => answerOf(api.reviews.$get({ query }));
export const readReview = (id: string) => answerOf(api.reviews[":id"].$get({ param: { id } }));
/** How the reviews of the last weeks or months went. */
export const readReviewFigures = (query: ReviewFiguresQuery) => answerOf(api.reviews.figures.$get({ query }));
