import * as v from "valibot";
import type { Clock } from "../kernel/clock.ts";
import { deliveryTags } from "./messages.ts";
import type { ReportDelivery } from "./model.ts";
import type { ReportDeliveries } from "./ports.ts";

/** The part of an SES event that settles a delivery. Source: "Examples of event data that Amazon SES publishes". */
export const mailEventSchema = v.object({
  eventType: v.string(),
  mail: v.object({ messageId: v.string(), tags: v.optional(v.record(v.string(), v.array(v.string())), {}) }),
  bounce: v.optional(v.object({ bounceType: v.string(), bounceSubType: v.optional(v.string()) })),
  reject: v.optional(v.object({ reason: v.optional(v.string()) })),
});
export type MailEvent = v.InferOutput<typeof mailEventSchema>;

type State = ReportDelivery["state"];

/** What an event makes of a delivery, and which states it may follow: a later word is never undone by an earlier one. */
const effects: Readonly<Record<string, { state: State; after: readonly State[] }>> = {
  Send: { state: "sent", after: ["waiting", "armed"] },
  Delivery: { state: "delivered", after: ["waiting", "armed", "sent"] },
  Bounce: { state: "bounced", after: ["waiting", "armed", "sent", "delivered"] },
  Complaint: { state: "complained", after: ["waiting", "armed", "sent", "delivered"] },
  Reject: { state: "failed", after: ["waiting", "armed", "sent"] },
  "Rendering Failure": { state: "failed", after: ["waiting", "armed", "sent"] },
};

/** Records what the mail service says of a report's mail. Events of other mail, and repeated ones, change nothing. */
export async function recordMailEvent(
  deps: { deliveries: ReportDeliveries; clock: Clock },
  event: MailEvent,
): Promise<"recorded" | "ignored"> {
  const effect = effects[event.eventType];
  const workspaceId = event.mail.tags[deliveryTags.workspace]?.[0];
  const deliveryId = event.mail.tags[deliveryTags.delivery]?.[0];
  if (!effect || !workspaceId || !deliveryId) return "ignored";
  for (;;) {
    const delivery = await deps.deliveries.get(workspaceId, deliveryId);
    if (!delivery || !effect.after.includes(delivery.state)) return "ignored";
    const cause = event.bounce
      ? [event.bounce.bounceType, event.bounce.bounceSubType].filter(Boolean).join("/")
      : event.reject?.reason;
    const recorded = await deps.deliveries.replace({
      ...delivery,
      state: effect.state,
      messageId: event.mail.messageId,
      ...(cause && { cause }),
      changedAt: deps.clock.nowMs(),
      version: delivery.version + 1,
    });
    if (recorded) return "recorded";
  }
}
