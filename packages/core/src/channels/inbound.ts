import * as v from "valibot";
import { epochMsSchema } from "../kernel/time.ts";

/** A person on a platform, as far as the platform tells. */
export const authorSchema = v.object({
  remoteId: v.string(),
  name: v.optional(v.string()),
  /** How many follow them, where the platform says so. */
  followers: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
});

const base = {
  /** The page, profile or account that the item belongs to. */
  channelRemoteId: v.string(),
  /** When it happened on the platform, epoch ms. */
  occurredAt: epochMsSchema,
};

/** A comment, mention or direct message that appeared, changed or went. */
export const inboundMessageSchema = v.object({
  ...base,
  kind: v.literal("message"),
  change: v.picklist(["added", "edited", "removed", "hidden", "unhidden"]),
  messageKind: v.picklist(["comment", "mention", "direct"]),
  remoteId: v.string(),
  /** What holds the conversation together: the top-level comment, or the person of direct messages. */
  threadRemoteId: v.string(),
  parentRemoteId: v.optional(v.string()),
  /** The post commented on. */
  postRemoteId: v.optional(v.string()),
  author: v.optional(authorSchema),
  /** Written by the channel itself (by us or in the platform's own app). */
  own: v.boolean(),
  /** Absent for removals and where the platform does not carry it. */
  text: v.optional(v.string()),
  attachments: v.array(v.object({ type: v.string(), url: v.string() })),
});

/** A rating or recommendation. */
export const inboundReviewSchema = v.object({
  ...base,
  kind: v.literal("review"),
  change: v.picklist(["added", "edited", "removed"]),
  remoteId: v.string(),
  author: v.optional(authorSchema),
  /** 1..5 where the platform has stars. */
  rating: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(5))),
  recommends: v.optional(v.boolean()),
  text: v.optional(v.string()),
});

/** A lead form was filled in; what was written has to be fetched. */
export const inboundLeadSchema = v.object({
  ...base,
  kind: v.literal("lead"),
  remoteId: v.string(),
  formId: v.string(),
  adId: v.optional(v.string()),
});

/**
 * The platform says that a review appeared or changed, or that somebody named the channel, and not what it says: it has to
 * be fetched.
 */
export const inboundNoticeSchema = v.variant("about", [
  v.object({ ...base, kind: v.literal("notice"), about: v.literal("review"), remoteId: v.string() }),
  v.object({
    ...base,
    kind: v.literal("notice"),
    about: v.literal("mention"),
    remoteId: v.string(),
    /** The post in which they did, or below which: then the mention is a comment. */
    postRemoteId: v.string(),
  }),
]);

/** Something that a delivery may carry and Dopys has no use for (a reaction count, an own post): named, not stored. */
export const inboundIgnoredSchema = v.object({ ...base, kind: v.literal("ignored"), what: v.string() });

/** Something of a kind that Dopys takes in, in a form that it does not know: named, so that somebody learns of it. */
export const inboundUnreadableSchema = v.object({ ...base, kind: v.literal("unreadable"), what: v.string() });

export const inboundItemSchema = v.variant("kind", [
  inboundMessageSchema,
  inboundReviewSchema,
  inboundLeadSchema,
  inboundNoticeSchema,
  inboundIgnoredSchema,
  inboundUnreadableSchema,
]);

export type Author = v.InferOutput<typeof authorSchema>;
export type InboundMessage = v.InferOutput<typeof inboundMessageSchema>;
export type InboundReview = v.InferOutput<typeof inboundReviewSchema>;
export type InboundLead = v.InferOutput<typeof inboundLeadSchema>;
export type InboundNotice = v.InferOutput<typeof inboundNoticeSchema>;
export type InboundItem = v.InferOutput<typeof inboundItemSchema>;
