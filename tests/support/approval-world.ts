import { proposedAnswerRepository } from "#core/adapters/dynamo/proposed-answer-repository.ts";
import { answerRuleRepository } from "#core/adapters/dynamo/review-book-repository.ts";
import {
  type AnswerRule,
  changeAnswerRule,
  handleDelivery,
  handleRespondMessage,
  submitAnswer,
} from "#core/inbox/index.ts";
import type { Actor, Role } from "#core/kernel/actor.ts";
import { fakeClock } from "#core/kernel/clock.ts";
import { newId } from "#core/kernel/ids.ts";
import { unwrap } from "#core/kernel/result.ts";
import { reviewIdOf } from "#core/reviews/index.ts";
import type { TestDynamo } from "./dynamo.ts";
import { intakeRig } from "./inbox.ts";
import { willingReplies } from "./intake-rig.ts";

export const lowReview = reviewIdOf("chan_1", "low");
export const highReview = reviewIdOf("chan_1", "high");

/** A workspace of its own with a review of two stars and one of five on a platform that does all that it is asked. */
export async function approvalWorld(dynamo: TestDynamo) {
  const workspaceId = newId("ws");
  const clock = fakeClock("2026-11-20T10:00:00Z");
  const rig = intakeRig(dynamo, workspaceId, clock);
  const deps = { ...rig, answerRules: answerRuleRepository(dynamo), proposedAnswers: proposedAnswerRepository(dynamo) };
  const sent: string[] = [];
  rig.platform.replies = willingReplies({
    reply: async (_call, _target, text) => ({ kind: "done", remoteId: `answer-${sent.push(text)}` }),
  });
  const review = { kind: "review", change: "added", channelRemoteId: "page-1", occurredAt: clock.nowMs() } as const;
  await handleDelivery(
    rig,
    rig.delivery([
      { ...review, remoteId: "low", rating: 2, text: "Холодна кава" },
      { ...review, remoteId: "high", rating: 5, text: "Чудово" },
    ]),
  );
  const as = (role: Role): Actor => ({ type: "member", workspaceId, memberId: `mem_${role}`, role, language: "uk" });
  let keys = 0;
  return {
    ...{ workspaceId, clock, rig, deps, sent, as },
    /** Lays down whether authors answer, and what of it waits. */
    rule: async (authors: AnswerRule["authors"]) => {
      const { version } = await deps.answerRules.get(workspaceId);
      unwrap(await changeAnswerRule(deps, as("manager"), { authors, version }));
    },
    answer: (reviewId: string, role: Role, text = "Вибачте, виправимо") =>
      submitAnswer(deps, as(role), { reviewId, text, clientKey: `key-of-${keys++}-x` }),
    /** What was proposed for the review of two stars. */
    stored: async () => (await deps.proposedAnswers.get(workspaceId, lowReview)) ?? undefined,
    /** Does what the respond queue holds. */
    respond: async () => {
      for (const { message } of rig.sent.splice(0)) await handleRespondMessage(rig, message);
    },
  };
}
export type ApprovalWorld = Awaited<ReturnType<typeof approvalWorld>>;
