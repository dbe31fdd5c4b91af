import * as v from "valibot";
import { versionSchema } from "../../kernel/ids.ts";
import { epochMsSchema } from "../../kernel/time.ts";

/**
 * Whether authors, who may not answer by themselves, answer reviews: not at all; with approval where a review is negative;
 * with approval whatever the review.
 */
export const authorsAnswers = ["none", "low-waits", "all-wait"] as const;

export const answerRuleSchema = v.object({ authors: v.picklist(authorsAnswers), version: versionSchema });
export type AnswerRule = v.InferOutput<typeof answerRuleSchema>;

/** Until somebody decides, only owners and managers answer. */
export const defaultAnswerRule: AnswerRule = { authors: "none", version: 0 };

/** An author's answer to a review: it waits for somebody who may answer, came back, or was approved and sent on. */
export const proposedAnswerSchema = v.object({
  workspaceId: v.string(),
  reviewId: v.string(),
  text: v.string(),
  by: v.string(),
  /** When it was proposed, epoch ms; an answer that is proposed anew is a new one. */
  at: epochMsSchema,
  /**
   * `approved` is decided and on its way to the respond queue; `sent` is in it. `overtaken`: the review was answered
   * otherwise, or is gone, while the answer waited.
   */
  state: v.picklist(["waiting", "returned", "approved", "sent", "overtaken"]),
  /** The key of our newest answer that stood when it was proposed, see `OwnAnswer`; `null` for none. */
  seenAnswer: v.optional(v.nullable(v.string()), null),
  decidedBy: v.optional(v.string()),
  decidedAt: v.optional(epochMsSchema),
  /** Why it came back. */
  note: v.optional(v.string()),
  version: v.number(),
});
export type ProposedAnswer = v.InferOutput<typeof proposedAnswerSchema>;

/** Under this key it is sent, once. */
export const clientKeyOf = ({ at }: Pick<ProposedAnswer, "at">): string => `proposed-${at}`;

export interface ProposedAnswers {
  /** The answer proposed for a review. Read consistently. */
  get(workspaceId: string, reviewId: string): Promise<ProposedAnswer | null>;
  /** Stores one made from the version before its own, 1 being the first; false for a lost race. */
  save(proposed: ProposedAnswer): Promise<boolean>;
  /** At most `limit` that wait, or were approved and not sent yet, the one that waits longest first. */
  listWaiting(workspaceId: string, limit: number): Promise<readonly ProposedAnswer[]>;
}

export interface AnswerRules {
  /** What is stored, or the default at version 0. Read consistently. */
  get(workspaceId: string): Promise<AnswerRule>;
  /** Writes on top of the version within; false for a lost race. */
  save(workspaceId: string, rule: AnswerRule): Promise<boolean>;
}
