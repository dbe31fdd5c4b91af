import { authorize, may } from "../../access/index.ts";
import { type Actor, actorName } from "../../kernel/actor.ts";
import { conflict, type Failure, forbidden, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { isNegative, type Review } from "../../reviews/index.ts";
import { type AnswerReviewInput, answerReview } from "../answer-review.ts";
import { answerOnItsWay, messageGone, placeholderLeft, reviewStandsElsewhere } from "../errors.ts";
import type { Outgoing } from "../outgoing.ts";
import { type ReplyDeps, sendReply } from "../reply-to-message.ts";
import { placeholderIn } from "../saved-reply.ts";
import type { AnswerRules, ProposedAnswer, ProposedAnswers } from "./model.ts";
import { newestAnswer, settleProposed } from "./settle-proposed.ts";

export interface SubmitAnswerDeps extends ReplyDeps {
  readonly proposedAnswers: ProposedAnswers;
  readonly answerRules: Pick<AnswerRules, "get">;
}

/** What became of an answer: it is on its way to the platform, or it waits for somebody's approval. */
export type SubmittedAnswer = { readonly outgoing: Outgoing } | { readonly proposed: ProposedAnswer };

/**
 * Answers a review. Owners and managers answer at once; authors as the workspace's rule says: to a review that needs no
 * approval at once, to another their answer waits.
 */
export async function submitAnswer(
  deps: SubmitAnswerDeps,
  actor: Actor,
  input: AnswerReviewInput,
): Promise<Result<SubmittedAnswer, Failure>> {
  if (may(actor, "respond")) return asSent(await answerReview(deps, actor, input));
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const { authors } = await deps.answerRules.get(actor.workspaceId);
  if (authors === "none") return err(forbidden("forbidden"));
  const { reviewId, ...reply } = input;
  const review = await deps.reviews.get(actor.workspaceId, reviewId);
  if (!review?.known) return err(notFound());
  if (review.removed) return err(messageGone());
  if (review.imported) return err(reviewStandsElsewhere());
  if (authors === "low-waits" && !isNegative(review)) {
    return asSent(await sendReply(deps, actor, { ...reply, threadId: review.threadId }));
  }
  return propose(deps, actor, review, input);
}

const asSent = (sent: Result<Outgoing, Failure>): Result<SubmittedAnswer, Failure> =>
  sent.ok ? ok({ outgoing: sent.value }) : sent;

/** Puts an answer before those who may approve it; a further one of whoever may write takes its place until it is decided. */
async function propose(
  deps: SubmitAnswerDeps,
  actor: Actor,
  { threadId }: Review,
  { reviewId, text }: AnswerReviewInput,
): Promise<Result<SubmittedAnswer, Failure>> {
  const left = placeholderIn(text);
  if (left) return err(placeholderLeft(left));
  const { workspaceId } = actor;
  const by = actorName(actor);
  const stored = await deps.proposedAnswers.get(workspaceId, reviewId);
  if (stored?.state === "waiting" && stored.text === text && stored.by === by) return ok({ proposed: stored });
  if (stored?.state === "approved") return err(answerOnItsWay());
  const seenAnswer = (await newestAnswer(deps, workspaceId, threadId))?.key ?? null;
  const proposed: ProposedAnswer = {
    ...{ workspaceId, reviewId, text, by, seenAnswer },
    at: deps.clock.nowMs(),
    state: "waiting",
    version: (stored?.version ?? 0) + 1,
  };
  if (!(await deps.proposedAnswers.save(proposed))) return err(conflict("changed-meanwhile"));
  // An answer that came in this very moment was told of before there was anything to overtake.
  return ok({ proposed: (await settleProposed(deps, { workspaceId, reviewId })) ?? proposed });
}
