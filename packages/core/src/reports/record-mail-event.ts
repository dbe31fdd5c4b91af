import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { afterMailEvent, type MailEvent } from "../kernel/mail-course.ts";
import { reportDelivered, undelivered } from "./events.ts";
import { deliveryTags } from "./messages.ts";
import type { ReportDeliveries } from "./ports.ts";

/**
 * Records what the mail service says of a report's mail. Events of other mail, and repeated ones, change nothing. That a
 * report did not arrive is announced before it is recorded: at least once; that it did, afterwards: whoever hears of it
 * looks at what is recorded.
 */
export async function recordMailEvent(
  deps: { deliveries: ReportDeliveries; events: EventPublisher; clock: Clock },
  event: MailEvent,
): Promise<"recorded" | "ignored"> {
  const workspaceId = event.mail.tags[deliveryTags.workspace]?.[0];
  const deliveryId = event.mail.tags[deliveryTags.delivery]?.[0];
  if (!workspaceId || !deliveryId) return "ignored";
  for (;;) {
    const delivery = await deps.deliveries.get(workspaceId, deliveryId);
    const next = delivery && afterMailEvent(delivery, event, deps.clock.nowMs());
    if (!next) return "ignored";
    const { state, reportId, recipient } = next;
    if (state === "bounced" || state === "complained" || state === "failed") {
      await deps.events.publish([undelivered(deps.clock, next, state)]);
    }
    if (!(await deps.deliveries.replace(next))) continue;
    if (state === "delivered") {
      const data = { reportId, deliveryId, email: recipient.email };
      await deps.events.publish([reportDelivered.make(deps.clock, systemActor(workspaceId, "mail"), data)]);
    }
    return "recorded";
  }
}
