import { answerOf, api } from "./client.ts";
import type { AnswerRule, ReviewFiguresQuery, ReviewQuery } from "./contract.ts";

/** A page of reviews. */
export const listReviews = (query: ReviewQuery & { cursor?: string }) => answerOf(api.reviews.$get({ query }));
/** Keeps what was answered by hand where an imported review stands. */
export const recordAnswer = (id: string, text: string) =>
  answerOf(api.reviews[":id"]["recorded-answer"].$put({ param: { id }, json: { text } }));
/** Removes an imported review that should not be here. */
export const removeReview = (id: string) => answerOf(api.reviews[":id"].$delete({ param: { id } }));
export const readReview = (id: string) => answerOf(api.reviews[":id"].$get({ param: { id } }));
/** How the reviews of the last weeks or months went. */
export const readReviewFigures = (query: ReviewFiguresQuery) => answerOf(api.reviews.figures.$get({ query }));

/** Answers a review, or proposes the answer where the member needs approval. */
export const submitAnswer = (id: string, json: { text: string; clientKey: string }) =>
  answerOf(api.reviews[":id"].answer.$post({ param: { id }, json }));
/** The answers of authors that wait for approval. */
export const listWaitingAnswers = () => answerOf(api.reviews["waiting-answers"].$get());
export const approveAnswer = (id: string, version: number) =>
  answerOf(api.reviews[":id"].proposed.approve.$post({ param: { id }, json: { version } }));
export const returnAnswer = (id: string, json: { version: number; note: string }) =>
  answerOf(api.reviews[":id"].proposed.return.$post({ param: { id }, json }));
/** Whether authors answer, and what of it needs approval. */
export const readAnswerRule = () => answerOf(api.reviews["answer-rule"].$get());
export const changeAnswerRule = (json: AnswerRule) => answerOf(api.reviews["answer-rule"].$put({ json }));
