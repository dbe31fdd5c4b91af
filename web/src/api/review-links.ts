import type { Language } from "#core/kernel/language.ts";
import { answerOf, api } from "./client.ts";
import type { ReviewAnswer } from "./contract.ts";

/** The links by which people without an account answer to a post. */
export const listReviewLinks = (id: string) => answerOf(api.posts[":id"]["review-links"].$get({ param: { id } }));
/** Makes a link; its address is told only this once. */
export const makeReviewLink = (id: string, json: { language: Language; days: number; label?: string }) =>
  answerOf(api.posts[":id"]["review-links"].$post({ param: { id }, json }));
export const revokeReviewLink = (id: string, linkId: string) =>
  answerOf(api.posts[":id"]["review-links"][":linkId"].$delete({ param: { id, linkId } }));

/** What a link shows, without an account. */
export const readReview = (token: string) => answerOf(api.review[":token"].$get({ param: { token } }));
export const answerReview = (token: string, json: ReviewAnswer) =>
  answerOf(api.review[":token"].$post({ param: { token }, json }));
