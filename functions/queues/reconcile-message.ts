import * as v from "valibot";
import { fetchMentionMessageSchema, fetchReviewMessageSchema, pollMessageSchema } from "#core/inbox/index.ts";
import { settleMessageSchema } from "#core/publishing/index.ts";

/** A lead whose details the platform has not given yet. */
const fetchLeadMessageSchema = v.object({ kind: v.literal("fetch-lead"), workspaceId: v.string(), leadId: v.string() });

/** A lead that has had no first response in the agreed time. */
const missedResponseMessageSchema = v.object({
  kind: v.literal("tell-missed-response"),
  workspaceId: v.string(),
  leadId: v.string(),
});

/** A lead of which something was changed and not all was done that had to follow. */
const unfinishedLeadMessageSchema = v.object({
  kind: v.literal("finish-lead-change"),
  workspaceId: v.string(),
  leadId: v.string(),
});

/** A post that was changed, of which not everything was told. */
const owingPostMessageSchema = v.object({
  kind: v.literal("tell-owing-post"),
  workspaceId: v.string(),
  postId: v.string(),
});

/** What the reconcile queue carries: everything that is settled by looking at the platform. */
export const reconcileMessageSchema = v.variant("kind", [
  settleMessageSchema,
  fetchLeadMessageSchema,
  fetchReviewMessageSchema,
  fetchMentionMessageSchema,
  pollMessageSchema,
  missedResponseMessageSchema,
  unfinishedLeadMessageSchema,
  owingPostMessageSchema,
]);
export type ReconcileMessage = v.InferOutput<typeof reconcileMessageSchema>;
