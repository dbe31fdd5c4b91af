import * as v from "valibot";
import { epochMsSchema } from "../kernel/time.ts";

const work = {
  workspaceId: v.string(),
  publicationId: v.string(),
  /** The instant the message was sent for: the publication's `nextAt` then. */
  at: epochMsSchema,
};

/** On the publish queue: take this publication on. */
export const publishMessageSchema = v.object({
  kind: v.literal("publish"),
  ...work,
  /** The channel's pace has given `at` as its start. */
  started: v.optional(v.boolean()),
});
export type PublishMessage = v.InferOutput<typeof publishMessageSchema>;

/** On the reconcile queue: look whether this unconfirmed publication is on the platform. */
export const settleMessageSchema = v.object({ kind: v.literal("settle-publication"), ...work });
export type SettleMessage = v.InferOutput<typeof settleMessageSchema>;
