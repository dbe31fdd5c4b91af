import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, type Result } from "../kernel/result.ts";
import { messageGone, reviewStandsElsewhere } from "./errors.ts";
import { moderateMessage } from "./moderate-message.ts";
import type { Outgoing } from "./outgoing.ts";
import { type ReplyDeps, replySchema, replyToMessage } from "./reply-to-message.ts";
import { inOrder } from "./thread-summary.ts";

export const answerReviewSchema = v.omit(replySchema, ["messageId"]);
export type AnswerReviewInput = v.InferOutput<typeof answerReviewSchema> & { readonly reviewId: string };

/**
 * Answers a review in its thread, once for each client key. Where the platform keeps one answer to a review, a further one
 * takes its place.
 */
export async function answerReview(
  deps: ReplyDeps,
  actor: Actor,
  { reviewId, ...reply }: AnswerReviewInput,
): Promise<Result<Outgoing, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const review = await deps.reviews.get(actor.workspaceId, reviewId);
  if (!review?.known) return err(notFound());
  if (review.imported) return err(reviewStandsElsewhere());
  return replyToMessage(deps, actor, { ...reply, threadId: review.threadId });
}

/** Takes our newest answer to a review away on its platform. */
export async function removeReviewAnswer(
  deps: ReplyDeps,
  actor: Actor,
  { reviewId, clientKey }: { reviewId: string; clientKey: string },
): Promise<Result<Outgoing, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const review = await deps.reviews.get(actor.workspaceId, reviewId);
  if (!review?.known) return err(notFound());
  const { threadId } = review;
  const messages = inOrder(await deps.messages.listByThread(actor.workspaceId, threadId));
  const answer = messages.findLast((message) => message.own && message.known && !message.removed);
  if (!answer) return err(messageGone());
  return moderateMessage(deps, actor, { action: "remove", clientKey, threadId, messageId: answer.id });
}
