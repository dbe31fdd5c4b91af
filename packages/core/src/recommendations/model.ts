import * as v from "valibot";
import { slotSchema } from "../channels/connected/index.ts";
import { contentTypes } from "../insights/index.ts";
import { epochMsSchema } from "../kernel/time.ts";

/** What a recommendation may speak of, in the order in which they are shown. */
export const recommendationRules = [
  "answers-late",
  "posting-gap",
  "slots-empty",
  "type-above",
  "time-unused",
  "topic-above",
  "campaign-above",
  "type-below",
] as const;
export type RecommendationRule = (typeof recommendationRules)[number];

/**
 * What one click makes of it: a task, or a change of what is planned. A channel's weekly schedule gets a slot or one is
 * moved; a draft is written for a channel's next free slot, with the wish that follows from the figures; a channel's
 * response target is set, minutes of open time.
 */
export const proposalSchema = v.variant("kind", [
  v.object({ kind: v.literal("task") }),
  v.object({ kind: v.literal("add-slot"), channelId: v.string(), slot: slotSchema }),
  v.object({ kind: v.literal("move-slot"), channelId: v.string(), from: slotSchema, slot: slotSchema }),
  v.object({
    kind: v.literal("draft"),
    channelId: v.string(),
    contentType: v.optional(v.picklist(contentTypes)),
    topic: v.optional(v.string()),
    campaignId: v.optional(v.string()),
  }),
  v.object({ kind: v.literal("response-target"), channelId: v.string(), minutes: v.number() }),
]);
export type Proposal = v.InferOutput<typeof proposalSchema>;
export type ProposalOf<Kind extends Proposal["kind"]> = Extract<Proposal, { kind: Kind }>;

/** What a change of the plan really changed, so that exactly that can be taken back. */
export const undoSchema = v.variant("kind", [
  v.object({
    kind: v.literal("slots"),
    channelId: v.string(),
    added: v.array(slotSchema),
    removed: v.array(slotSchema),
  }),
  v.object({ kind: v.literal("draft"), postId: v.string() }),
  /** `before` is the channel's own target; `null` where the workspace's held. */
  v.object({
    kind: v.literal("target"),
    channelId: v.string(),
    before: v.nullable(v.number()),
    after: v.number(),
  }),
]);
export type Undo = v.InferOutput<typeof undoSchema>;

/** What the figures advise, with what that rests on. */
export const recommendationSchema = v.object({
  /** The same for the same rule and subject, so that one that was put aside stays away when it is found again. */
  id: v.string(),
  rule: v.picklist(recommendationRules),
  channelId: v.optional(v.string()),
  /** What its sentences are filled in with; shares and times as numbers. */
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  /** The cases it speaks from, and the fewest from which its rule speaks at all. */
  cases: v.number(),
  neededCases: v.number(),
  proposal: proposalSchema,
});
export type Recommendation = v.InferOutput<typeof recommendationSchema>;

/** What was done with a recommendation, and until when it stays away. */
export const answerSchema = v.object({
  id: v.string(),
  what: v.picklist(["dismissed", "task", "plan"]),
  at: epochMsSchema,
  by: v.string(),
  until: epochMsSchema,
  /** What was answered, so that it can be taken back after the figures were looked at anew. */
  recommendation: recommendationSchema,
  taskId: v.optional(v.string()),
  /** Absent where nothing had to be changed any more. */
  undo: v.optional(undoSchema),
});
export type RecommendationAnswer = v.InferOutput<typeof answerSchema>;

/** A workspace's recommendations as they were last found, and what was answered to them. One item. */
export const adviceSchema = v.object({
  workspaceId: v.string(),
  foundAt: epochMsSchema,
  found: v.array(recommendationSchema),
  answers: v.array(answerSchema),
  version: v.number(),
});
export type Advice = v.InferOutput<typeof adviceSchema>;

/** How long a recommendation stays away: four weeks. */
export const awayMs = 28 * 86_400_000;
/** How long what was found holds: half an hour, so that what was acted upon is not said for long. */
export const freshMs = 30 * 60_000;
/** So many are found at most, and so many answers are kept. */
export const mostFound = 12;
export const mostAnswers = 60;
