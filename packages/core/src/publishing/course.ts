import * as v from "valibot";
import { epochMsSchema } from "../kernel/time.ts";

/**
 * What has happened to a publication, or to what follows it, never what is meant to. `scheduled` waits, for its time or for another attempt;
 * `publishing` is in a worker's hands; `processing` waits for the platform; `unconfirmed` may or may not be visible.
 */
export const publicationStates = [
  "scheduled",
  "publishing",
  "processing",
  "published",
  "failed",
  "unconfirmed",
  "canceled",
] as const;
export const publicationStateSchema = v.picklist(publicationStates);
export type PublicationState = v.InferOutput<typeof publicationStateSchema>;

export const publicationFailureSchema = v.object({
  /** The connector's class of error, or `ours` where no platform had a part in it. */
  class: v.string(),
  /** Has a text and a cure in both languages. */
  code: v.string(),
  /** The platform's rule that was broken; see the platform's own catalogue. */
  rule: v.optional(v.string()),
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});
export type PublicationFailure = v.InferOutput<typeof publicationFailureSchema>;

/** What has become so far of one thing that is to appear: of the post itself, or of something that follows it. */
export const courseSchema = v.object({
  state: publicationStateSchema,
  /** Failed attempts, rate limits not counted. */
  attempts: v.number(),
  /** A visible call was about to be made and has not been answered. */
  armed: v.optional(v.object({ step: v.string(), at: epochMsSchema, fence: v.number() })),
  /** Counts visible calls. */
  armings: v.number(),
  /** When the visible call was armed that the platform took; from then on nothing is begun anew. */
  acceptedAt: v.optional(epochMsSchema),
  /** Looks on the platform since the publication became unconfirmed. */
  looks: v.optional(v.object({ absent: v.number(), unclear: v.number() })),
  receipts: v.record(v.string(), v.string()),
  processingSince: v.optional(epochMsSchema),
  remoteId: v.optional(v.string()),
  url: v.optional(v.string()),
  publishedAt: v.optional(epochMsSchema),
  failure: v.optional(publicationFailureSchema),
});
export type Course = v.InferOutput<typeof courseSchema>;

/** Something published after the post: a further part of its thread, or the first comment. */
export const followUpSchema = v.object({ kind: v.picklist(["thread-part", "first-comment"]), ...courseSchema.entries });
export type FollowUp = v.InferOutput<typeof followUpSchema>;

/** The course of what has not begun. Each field stands here, so that nothing of another course shows through. */
export const notBegun: Course = {
  state: "scheduled",
  attempts: 0,
  armed: undefined,
  armings: 0,
  acceptedAt: undefined,
  looks: undefined,
  receipts: {},
  processingSince: undefined,
  remoteId: undefined,
  url: undefined,
  publishedAt: undefined,
  failure: undefined,
};
