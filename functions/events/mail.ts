import type { EventBridgeEvent } from "aws-lambda";
import * as v from "valibot";
import { recordAlertMail } from "#core/alerts/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { mailEventSchema } from "#core/kernel/mail-course.ts";
import { suspendByMailEvent } from "#core/mailing/index.ts";
import { recordMailEvent } from "#core/reports/index.ts";
import { recordRequestMail } from "#core/review-requests/index.ts";
import { log } from "../log.ts";
import { alertMails, alerts, events, reportDeliveries, reviewRequests, suspensions } from "../runtime.ts";

/**
 * Keeps what the mail service says of each mail of a report, an alert or a request for a review: sent, delivered, bounced,
 * complained. Suspends the address of any mail that came back for good or was called spam.
 */
export async function handler(event: EventBridgeEvent<string, unknown>): Promise<void> {
  const mailEvent = v.parse(mailEventSchema, event.detail);
  // First, so that nobody is told in its place at the same address.
  const address = await suspendByMailEvent({ suspensions: suspensions(), clock: systemClock }, mailEvent);
  const report = await recordMailEvent(
    { deliveries: reportDeliveries(), events: events(), clock: systemClock },
    mailEvent,
  );
  const alert = await recordAlertMail({ mails: alertMails(), alerts: alerts(), clock: systemClock }, mailEvent);
  const request = await recordRequestMail({ requests: reviewRequests(), clock: systemClock }, mailEvent);
  log.info("mail event", { eventType: mailEvent.eventType, report, alert, request, address });
}
