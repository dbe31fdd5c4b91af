import * as v from "valibot";
import { authorSchema } from "../channels/inbound.ts";
import { stampedSchema } from "../kernel/stamped.ts";
import { epochMsSchema } from "../kernel/time.ts";

/** The languages that a review's text is told to be in; `unknown` also where there is none. */
export const reviewLanguages = ["uk", "en", "ru", "unknown"] as const;
export const reviewLanguageSchema = v.picklist(reviewLanguages);
export type ReviewLanguage = v.InferOutput<typeof reviewLanguageSchema>;

/** What a person thinks at one time. */
export const opinionSchema = v.object({
  /** 1..5 where the platform has stars. */
  rating: v.optional(v.number()),
  recommends: v.optional(v.boolean()),
  text: v.optional(v.string()),
});
export type Opinion = v.InferOutput<typeof opinionSchema>;

/** What the platform has told about a review so far; see `review-facts.ts`. */
export const reviewFactsSchema = v.object({
  /** Its appearance or an edit was reported. */
  seen: v.boolean(),
  addedAt: v.optional(epochMsSchema),
  reportedAt: epochMsSchema,
  /** `missing`: no webhook told of its removal, and the platform's lists show it no more; whatever it says later brings it back. */
  presence: v.optional(stampedSchema(v.picklist(["present", "removed", "missing"]))),
  /** `null` since it was removed. */
  opinion: v.optional(stampedSchema(v.nullable(opinionSchema))),
  /** Every opinion reported, the oldest first. */
  opinions: v.optional(v.array(stampedSchema(opinionSchema)), []),
  author: v.optional(stampedSchema(authorSchema)),
});
export type ReviewFacts = v.InferOutput<typeof reviewFactsSchema>;

/** A rating or recommendation on a channel, stored once under an id derived from its channel and remote id. */
export const reviewSchema = v.object({
  workspaceId: v.string(),
  id: v.string(),
  channelId: v.string(),
  platform: v.string(),
  remoteId: v.string(),
  /** The inbox thread in which it is answered. */
  threadId: v.string(),
  facts: reviewFactsSchema,
  /** The digest of the facts: the condition of every change. */
  revision: v.string(),
  /** When it appeared on the platform, epoch ms. */
  occurredAt: epochMsSchema,
  /** It was seen; false for what is known only by its removal. */
  known: v.boolean(),
  removed: v.boolean(),
  edited: v.boolean(),
  /** 1..5 where the platform has stars. */
  rating: v.optional(v.number()),
  recommends: v.optional(v.boolean()),
  text: v.string(),
  /** What the person thought over time, the oldest first; the last is what rating, recommendation and text say now. */
  history: v.optional(v.array(v.object({ at: epochMsSchema, ...opinionSchema.entries })), []),
  author: v.optional(authorSchema),
  sentiment: v.picklist(["negative", "neutral", "positive"]),
  language: v.optional(reviewLanguageSchema, "unknown"),
  /** `gone` reviews were removed on the platform, or are known only by that. */
  state: v.picklist(["open", "answered", "gone"]),
  /** The first own answer, epoch ms. */
  answeredAt: v.optional(epochMsSchema),
  /**
   * Of a review that came from a table: where it stands, who brought it when, what was answered there by hand, and who
   * removed it because it should not be here. It has no conversation: `threadId` names none.
   */
  imported: v.optional(
    v.object({
      place: v.string(),
      by: v.string(),
      at: epochMsSchema,
      answer: v.optional(v.object({ text: v.string(), by: v.string(), at: epochMsSchema })),
      removed: v.optional(v.object({ by: v.string(), at: epochMsSchema })),
    }),
  ),
  /** What has been announced to the rest of the product, so that nothing is announced twice. */
  announced: v.optional(
    v.object({ revision: v.string(), occurredAt: epochMsSchema, answeredAt: v.optional(epochMsSchema) }),
  ),
});
export type Review = v.InferOutput<typeof reviewSchema>;
