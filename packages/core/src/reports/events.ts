import * as v from "valibot";
import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { defineEvent } from "../kernel/events.ts";
import type { ReportDelivery } from "./delivery.ts";
import type { ReportMessage } from "./messages.ts";

const ends = ["bounced", "complained", "failed", "suspended"] as const;
export type UndeliveredHow = (typeof ends)[number];

/** A report did not reach a reader: the mail came back, was called spam, was never taken, or may not be sent. */
export const reportUndelivered = defineEvent(
  "report.undelivered",
  v.object({
    reportId: v.string(),
    deliveryId: v.string(),
    email: v.string(),
    state: v.picklist(ends),
    cause: v.optional(v.string()),
  }),
);

/** The event that a delivery came to nothing. */
export const undelivered = (
  clock: Clock,
  { workspaceId, reportId, id, recipient, cause }: ReportDelivery,
  state: UndeliveredHow,
) =>
  reportUndelivered.make(clock, systemActor(workspaceId, "mail"), {
    reportId,
    deliveryId: id,
    email: recipient.email,
    state,
    ...(cause && { cause }),
  });

/** A report is in a reader's box. */
export const reportDelivered = defineEvent(
  "report.delivered",
  v.object({ reportId: v.string(), deliveryId: v.string(), email: v.string() }),
);

/** A report had not gone out to all of its readers some time after it was due. */
export const reportLate = defineEvent(
  "report.late",
  v.object({ reportId: v.string(), from: v.string(), dueAt: v.number(), waiting: v.number() }),
);

/** The event that so many readers still wait for a report. */
export const late = (clock: Clock, message: ReportMessage & { readonly dueAt: number }, waiting: number) =>
  reportLate.make(clock, systemActor(message.workspaceId, "report"), {
    reportId: message.reportId,
    from: message.period.from,
    dueAt: message.dueAt,
    waiting,
  });

/** A reader decided to get a report no more, or again. */
export const reportReaderChose = defineEvent(
  "report.reader-chose",
  v.object({ reportId: v.string(), email: v.string(), stopped: v.boolean(), via: v.picklist(["link", "member"]) }),
);

/** The event of a reader's decision. */
export const readerChose = (
  clock: Clock,
  workspaceId: string,
  data: { reportId: string; email: string; stopped: boolean; via: "link" | "member" },
) => reportReaderChose.make(clock, systemActor(workspaceId, "mail"), data);
