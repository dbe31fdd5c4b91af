import * as v from "valibot";
import { epochMsSchema } from "../kernel/time.ts";

/** One accepted webhook delivery, as it came in, on its way from the webhook function to intake. */
export const intakeMessageSchema = v.object({
  deliveryId: v.string(),
  platform: v.string(),
  rawBody: v.string(),
  receivedAt: epochMsSchema,
});
export type IntakeMessage = v.InferOutput<typeof intakeMessageSchema>;

/** One reply or other action to be sent, or looked after. */
export const respondMessageSchema = v.object({
  workspaceId: v.string(),
  threadId: v.string(),
  outgoingId: v.string(),
});
export type RespondMessage = v.InferOutput<typeof respondMessageSchema>;

/** A review of which the platform said that it changed; `attempt` counts from 0. */
export const fetchReviewMessageSchema = v.object({
  kind: v.literal("fetch-review"),
  workspaceId: v.string(),
  channelId: v.string(),
  remoteId: v.string(),
  attempt: v.number(),
});
export type FetchReviewMessage = v.InferOutput<typeof fetchReviewMessageSchema>;

/** What of a channel is polled. */
export const pollSubjectSchema = v.picklist(["reviews"]);
export type PollSubject = v.InferOutput<typeof pollSubjectSchema>;

/** A channel's list that is to be compared with what is stored; `attempt` counts from 0. */
export const pollMessageSchema = v.object({
  kind: v.literal("poll"),
  workspaceId: v.string(),
  channelId: v.string(),
  subject: pollSubjectSchema,
  /** Where an earlier message got to, and the newest entry that it saw, epoch ms. */
  walk: v.optional(v.object({ page: v.string(), newestAt: epochMsSchema })),
  attempt: v.number(),
});
export type PollMessage = v.InferOutput<typeof pollMessageSchema>;
