import type { EventBridgeEvent } from "aws-lambda";
import * as v from "valibot";
import { systemClock } from "#core/kernel/clock.ts";
import { mailEventSchema, recordMailEvent } from "#core/reports/index.ts";
import { log } from "../log.ts";
import { reportDeliveries } from "../runtime.ts";

/** Keeps what the mail service says of each mail: sent, delivered, bounced, complained. */
export async function handler(event: EventBridgeEvent<string, unknown>): Promise<void> {
  const mailEvent = v.parse(mailEventSchema, event.detail);
  const outcome = await recordMailEvent({ deliveries: reportDeliveries(), clock: systemClock }, mailEvent);
  log.info("mail event", { eventType: mailEvent.eventType, outcome });
}
