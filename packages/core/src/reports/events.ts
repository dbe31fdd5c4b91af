import * as v from "valibot";
import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { defineEvent } from "../kernel/events.ts";
import type { ReportDelivery } from "./model.ts";

/** A report did not reach a reader: the mail came back, was called spam, or was never taken. */
export const reportUndelivered = defineEvent(
  "report.undelivered",
  v.object({
    reportId: v.string(),
    deliveryId: v.string(),
    email: v.string(),
    state: v.picklist(["bounced", "complained", "failed"]),
    cause: v.optional(v.string()),
  }),
);

/** The event that a delivery came to nothing. */
export const undelivered = (
  clock: Clock,
  { workspaceId, reportId, id, recipient, cause }: ReportDelivery,
  state: "bounced" | "complained" | "failed",
) =>
  reportUndelivered.make(clock, systemActor(workspaceId, "mail"), {
    reportId,
    deliveryId: id,
    email: recipient.email,
    state,
    ...(cause && { cause }),
  });
