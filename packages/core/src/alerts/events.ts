import * as v from "valibot";
import { defineEvent } from "../kernel/events.ts";
import { alertKindSchema, severitySchema, sideSchema } from "./kinds.ts";

const alertData = v.object({
  alertId: v.string(),
  kind: alertKindSchema,
  side: sideSchema,
  severity: severitySchema,
  round: v.number(),
});

/** An alert is new, came back, or got worse. */
export const alertRaised = defineEvent("alert.raised", alertData);
/** Nobody acknowledged an alert in time, or its first mail was held back and may go now. */
export const alertDue = defineEvent("alert.due", alertData);
/** Somebody of the management has seen it. */
export const alertAcknowledged = defineEvent("alert.acknowledged", alertData);
export const alertClosed = defineEvent("alert.closed", alertData);
