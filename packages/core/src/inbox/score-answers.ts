import { type AnswerQuality, type Asked, answerQuality, isNegative, type Review } from "../reviews/index.ts";
import type { Message } from "./model.ts";
import { inOrder } from "./thread-summary.ts";

/** Something of a customer's that an answer may be to. */
interface Question {
  readonly id: string;
  readonly occurredAt: number;
  readonly own: boolean;
  readonly remoteId: string;
  readonly asked: Asked;
}

/**
 * How good our answers in a thread are, by their ids: of each customer's message (or the review) the first answer is
 * scored, and what we add to it later is not. Always the same from the same messages; what was removed has no score.
 */
export function scoresIn(messages: readonly Message[], review: Review | undefined): ReadonlyMap<string, AnswerQuality> {
  const theirs = messages.filter(({ own, known, removed }) => !own && known && !removed).map(questionOf);
  const questions = inOrder(review?.known && !review.removed ? [questionOfReview(review), ...theirs] : theirs);
  const ours = inOrder(messages.filter(({ own, known, removed }) => own && known && !removed));
  const answered = new Set<string>();
  const scores = new Map<string, AnswerQuality>();
  for (const answer of ours) {
    const earlier = questions.filter(({ occurredAt }) => occurredAt <= answer.occurredAt);
    const repliedTo = earlier.find(({ remoteId }) => remoteId === answer.parentRemoteId);
    const question = [repliedTo, earlier.at(-1)].find((one) => one && !answered.has(one.id));
    if (!question) continue;
    answered.add(question.id);
    scores.set(answer.id, answerQuality(question.asked, answer.text, answer.facts.sent?.use));
  }
  return scores;
}

function questionOf({ id, occurredAt, own, remoteId, kind, text, classification }: Message): Question {
  const { sentiment, intent, language = "unknown" } = classification ?? {};
  const negative = sentiment === "negative" || intent === "complaint";
  const isPlain = !negative && sentiment !== "positive" && intent !== "praise";
  return {
    id,
    occurredAt,
    own,
    remoteId,
    asked: { text, language, isNegative: negative, isPrivate: kind === "direct", isPlain },
  };
}

const questionOfReview = (review: Review): Question => ({
  id: review.id,
  occurredAt: review.occurredAt,
  own: false,
  remoteId: review.remoteId,
  asked: { text: review.text, language: review.language, isNegative: isNegative(review) },
});
