import * as v from "valibot";
import { authorize } from "../../access/index.ts";
import { type Actor, actorName } from "../../kernel/actor.ts";
import { conflict, type Failure, notFound } from "../../kernel/failure.ts";
import { versionSchema } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { answerReview } from "../answer-review.ts";
import { answerNotWaiting } from "../errors.ts";
import type { ReplyDeps } from "../reply-to-message.ts";
import { clientKeyOf, type ProposedAnswer, type ProposedAnswers } from "./model.ts";
import { settleProposed } from "./settle-proposed.ts";

/** The version that was read: nobody approves a text that they have not seen. */
export const approveAnswerSchema = v.object({ version: versionSchema });
export const returnAnswerSchema = v.object({
  version: versionSchema,
  note: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000)),
});

export interface DecideAnswerDeps extends ReplyDeps {
  readonly proposedAnswers: ProposedAnswers;
}

/**
 * Approves an answer and sends it on: decided by one conditional write, then requested under a key of its own, so that it
 * goes out once, however often and by however many it is approved. One that was decided and not yet sent, because
 * something broke off in between, is sent by approving again; one that cannot be sent waits anew, and one that
 * somebody's other answer crossed is overtaken.
 */
export async function approveAnswer(
  deps: DecideAnswerDeps,
  actor: Actor,
  { reviewId, version }: v.InferOutput<typeof approveAnswerSchema> & { readonly reviewId: string },
): Promise<Result<ProposedAnswer, Failure>> {
  const stored = await decidable(deps, actor, reviewId);
  if (!stored.ok) return stored;
  const proposed = stored.value;
  const decision = { decidedBy: actorName(actor), decidedAt: deps.clock.nowMs(), note: undefined };
  let approved = proposed;
  if (proposed.state === "waiting") {
    if (proposed.version !== version) return err(conflict("changed-meanwhile"));
    approved = { ...proposed, ...decision, state: "approved", version: proposed.version + 1 };
    if (!(await deps.proposedAnswers.save(approved))) return err(conflict("changed-meanwhile"));
  }
  const { text, seenAnswer } = approved;
  const answer = await answerReview(deps, actor, { reviewId, text, seenAnswer, clientKey: clientKeyOf(approved) });
  const state = answer.ok ? "sent" : "waiting";
  const settled: ProposedAnswer = { ...approved, state, version: approved.version + 1 };
  // Whoever was faster has sent the same under the same key.
  await deps.proposedAnswers.save(settled);
  if (answer.ok) return ok(settled);
  // What another answer crossed is asked of nobody any more.
  await settleProposed(deps, settled);
  return answer;
}

/** Gives an answer back to its author, with what is to be changed. */
export async function returnAnswer(
  deps: DecideAnswerDeps,
  actor: Actor,
  { reviewId, version, note }: v.InferOutput<typeof returnAnswerSchema> & { readonly reviewId: string },
): Promise<Result<ProposedAnswer, Failure>> {
  const stored = await decidable(deps, actor, reviewId);
  if (!stored.ok) return stored;
  if (stored.value.state !== "waiting") return err(answerNotWaiting());
  if (stored.value.version !== version) return err(conflict("changed-meanwhile"));
  const decision = { decidedBy: actorName(actor), decidedAt: deps.clock.nowMs(), note };
  const returned: ProposedAnswer = { ...stored.value, ...decision, state: "returned", version: version + 1 };
  return (await deps.proposedAnswers.save(returned)) ? ok(returned) : err(conflict("changed-meanwhile"));
}

async function decidable(
  deps: DecideAnswerDeps,
  actor: Actor,
  reviewId: string,
): Promise<Result<ProposedAnswer, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const stored = await deps.proposedAnswers.get(actor.workspaceId, reviewId);
  if (!stored) return err(notFound());
  return stored.state === "waiting" || stored.state === "approved" ? ok(stored) : err(answerNotWaiting());
}
