import * as v from "valibot";
import { type Delivery, unpackBody } from "../channels/delivery.ts";
import { epochMsSchema } from "../kernel/time.ts";

const envelope = { deliveryId: v.string(), platform: v.string(), receivedAt: epochMsSchema };

/** One accepted webhook delivery on its way from the webhook function to intake; a packed body is unpacked. */
export const intakeMessageSchema = v.union([
  v.object({ ...envelope, rawBody: v.string() }),
  v.pipe(
    v.object({ ...envelope, packedBody: v.string() }),
    v.rawTransform(({ dataset, addIssue, NEVER }): Delivery => {
      const { packedBody, ...rest } = dataset.value;
      const rawBody = unpackBody(packedBody);
      if (rawBody !== null) return { ...rest, rawBody };
      addIssue({ message: "The body cannot be unpacked" });
      return NEVER;
    }),
  ),
]);
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

/** A mention of which the platform said where it is and not what it says; `attempt` counts from 0. */
export const fetchMentionMessageSchema = v.object({
  kind: v.literal("fetch-mention"),
  workspaceId: v.string(),
  channelId: v.string(),
  remoteId: v.string(),
  postRemoteId: v.string(),
  announcedAt: epochMsSchema,
  attempt: v.number(),
});
export type FetchMentionMessage = v.InferOutput<typeof fetchMentionMessageSchema>;

/** What is fetched by itself because a webhook only announced it. */
export type FetchMessage = FetchReviewMessage | FetchMentionMessage;

/** What of a channel is polled. */
export const pollSubjectSchema = v.picklist(["reviews", "ratings", "comments", "conversations", "leads"]);
export type PollSubject = v.InferOutput<typeof pollSubjectSchema>;

/** A channel's list that is to be compared with what is stored; `attempt` counts from 0. */
export const pollMessageSchema = v.object({
  kind: v.literal("poll"),
  workspaceId: v.string(),
  channelId: v.string(),
  subject: pollSubjectSchema,
  /** What is known is compared too, for edits that no webhook told of. */
  compare: v.optional(v.boolean()),
  /** Where an earlier message got to, the newest entry that it saw and when the walk began, epoch ms. */
  walk: v.optional(
    v.object({
      page: v.string(),
      newestAt: epochMsSchema,
      startedAt: v.optional(epochMsSchema),
      /** Of a walk to the end of the list for what is gone: the marks of all entries so far. */
      listed: v.optional(v.array(v.string())),
    }),
  ),
  attempt: v.number(),
});
export type PollMessage = v.InferOutput<typeof pollMessageSchema>;
