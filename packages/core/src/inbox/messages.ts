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
