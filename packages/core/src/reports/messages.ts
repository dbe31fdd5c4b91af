import * as v from "valibot";
import { workspaceTag } from "../kernel/mail-course.ts";
import { periodSchema } from "./model.ts";

/** Build a report of a period and send it to each reader who has not got it. */
export const reportMessageSchema = v.object({ workspaceId: v.string(), reportId: v.string(), period: periodSchema });
export type ReportMessage = v.InferOutput<typeof reportMessageSchema>;

/** The mail tags by which the mail service's events name a delivery. */
export const deliveryTags = { workspace: workspaceTag, delivery: "dopys_delivery" } as const;
