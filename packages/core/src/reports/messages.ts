import * as v from "valibot";
import { workspaceTag } from "../kernel/mail-course.ts";
import { daySchema, epochMsSchema } from "../kernel/time.ts";
import { periodSchema, reportKinds } from "./model.ts";

/**
 * Build a report of a period and send it to each reader who has not got it; or, some time later, look whether all of them
 * got it.
 */
export const reportMessageSchema = v.object({
  task: v.optional(v.picklist(["send", "check"]), "send"),
  workspaceId: v.string(),
  reportId: v.string(),
  kind: v.optional(v.picklist(reportKinds), "weekly"),
  period: periodSchema,
  /** When it was due, or was asked for by hand, epoch ms. */
  dueAt: v.optional(epochMsSchema),
  /** Asked for by hand while the period still ran: the day on which. */
  asOf: v.optional(daySchema),
  /** Somebody wants these readers to get the period once more; the id is of that wish. */
  again: v.optional(v.object({ id: v.string(), by: v.string(), at: epochMsSchema, readers: v.array(v.string()) })),
});
export type ReportMessage = v.InferOutput<typeof reportMessageSchema>;

/** The mail tags by which the mail service's events name a delivery. */
export const deliveryTags = { workspace: workspaceTag, delivery: "dopys_delivery" } as const;
