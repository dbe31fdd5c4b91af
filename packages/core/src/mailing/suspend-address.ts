import type { Clock } from "../kernel/clock.ts";
import { causeOf, type MailEvent, workspaceTag } from "../kernel/mail-course.ts";
import { type Suspension, suspensionIdOf } from "./model.ts";
import type { Suspensions } from "./ports.ts";

/**
 * Suspends the address of a mail that came back for good or was called spam, whatever kind of mail it was. A mailbox that
 * is full or away for a while suspends nothing. Repeated events change nothing; nor does one of a mail that was sent
 * before the address was let again.
 */
export async function suspendByMailEvent(
  deps: { suspensions: Suspensions; clock: Clock },
  event: MailEvent,
): Promise<"suspended" | "ignored"> {
  const workspaceId = event.mail.tags[workspaceTag]?.[0];
  const address = event.mail.destination?.[0];
  const because = reasonOf(event);
  if (!workspaceId || !address || !because) return "ignored";
  const id = suspensionIdOf(workspaceId, address);
  const sentAt = event.mail.timestamp ? Date.parse(event.mail.timestamp) : deps.clock.nowMs();
  for (;;) {
    const known = await deps.suspensions.get(workspaceId, id);
    if (known && (!known.lifted || sentAt <= known.lifted.at)) return "ignored";
    const cause = causeOf(event);
    const next: Suspension = {
      workspaceId,
      id,
      because,
      ...(cause && { cause }),
      at: deps.clock.nowMs(),
      version: (known?.version ?? 0) + 1,
    };
    if (await deps.suspensions.save(next)) return "suspended";
  }
}

function reasonOf({ eventType, bounce }: MailEvent): Suspension["because"] | undefined {
  if (eventType === "Complaint") return "complained";
  return eventType === "Bounce" && bounce?.bounceType === "Permanent" ? "bounced" : undefined;
}
