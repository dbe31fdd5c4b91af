import * as v from "valibot";
import { derivedId } from "../kernel/derived-id.ts";
import { lineSchema } from "../kernel/text.ts";
import { epochMsSchema } from "../kernel/time.ts";

export const caseStates = ["open", "in-work", "closed"] as const;
export const caseStateSchema = v.picklist(caseStates);
export type CaseState = v.InferOutput<typeof caseStateSchema>;

/** Why it came to a case: one of those that have a name in each language, or in the workspace's own words. */
export const caseCauseSchema = lineSchema(60);

/** What a person thought: stars, or the verdict where there are no stars. */
export const caseOpinionSchema = v.object({ rating: v.optional(v.number()), recommends: v.optional(v.boolean()) });
export type CaseOpinion = v.InferOutput<typeof caseOpinionSchema>;

export const caseHistoryEntrySchema = v.object({
  at: epochMsSchema,
  by: v.string(),
  what: v.picklist(["opened", "assigned", "edited", "moved", "rating-changed"]),
  state: v.optional(caseStateSchema),
  ownerId: v.optional(v.string()),
  opinion: v.optional(caseOpinionSchema),
});
export type CaseHistoryEntry = v.InferOutput<typeof caseHistoryEntrySchema>;

/**
 * What one unhappy person brought up, and what became of it: one case for one review or conversation, or for one answer to
 * our question how it was.
 */
export const caseSchema = v.object({
  workspaceId: v.string(),
  id: v.string(),
  /** Absent in a case of an answer. */
  threadId: v.optional(v.string()),
  channelId: v.optional(v.string()),
  /** Of a case about a review. */
  reviewId: v.optional(v.string()),
  /** The request for a review that was answered. */
  requestId: v.optional(v.string()),
  person: v.optional(v.string()),
  /** The beginning of what they wrote, on one line. */
  excerpt: v.optional(v.string()),
  /** What they thought when it was opened, and, where that is otherwise, what they think since. */
  opinion: v.optional(caseOpinionSchema),
  opinionNow: v.optional(caseOpinionSchema),
  state: caseStateSchema,
  ownerId: v.optional(v.string()),
  cause: v.optional(caseCauseSchema),
  /** What was done, in the members' words. */
  done: v.optional(v.string()),
  outcome: v.optional(v.string()),
  openedAt: epochMsSchema,
  closedAt: v.optional(epochMsSchema),
  history: v.array(caseHistoryEntrySchema),
  version: v.number(),
});
export type Case = v.InferOutput<typeof caseSchema>;

/** One conversation is one case, ever; a review is a conversation too. */
export const caseIdOf = (workspaceId: string, threadId: string): string => derivedId("case", workspaceId, threadId);

/** One request is answered by one person about one purchase. */
export const answerCaseIdOf = (workspaceId: string, requestId: string): string =>
  derivedId("case", workspaceId, "request", requestId);

const historyLength = 60;

/** The case with one more line of history: the first and the newest are kept. */
export function noted(one: Case, entry: CaseHistoryEntry): Case {
  const all = [...one.history, entry];
  return { ...one, history: all.length > historyLength ? [...all.slice(0, 1), ...all.slice(2)] : all };
}
