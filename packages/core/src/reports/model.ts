import * as v from "valibot";
import { emailSchema } from "../access/index.ts";
import { languageSchema } from "../kernel/language.ts";
import { mailCourseEntries } from "../kernel/mail-course.ts";
import { lineSchema } from "../kernel/text.ts";
import { daySchema, epochMsSchema } from "../kernel/time.ts";

/** A reader of a report; a member or somebody outside. */
export const recipientSchema = v.object({
  email: emailSchema,
  name: lineSchema(100),
  language: languageSchema,
});
export type Recipient = v.InferOutput<typeof recipientSchema>;

const recipientsSchema = v.pipe(
  v.array(recipientSchema),
  v.minLength(1),
  v.maxLength(50),
  v.check((list) => new Set(list.map(({ email }) => email)).size === list.length, "the same reader twice"),
);

/** When a report goes out, in the workspace's wall-clock time; it covers the whole week before. */
export const scheduleSchema = v.object({
  kind: v.literal("weekly"),
  /** ISO weekday: 1 is Monday, 7 is Sunday. */
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not a time")),
});
export type ReportSchedule = v.InferOutput<typeof scheduleSchema>;

/** A report that goes out regularly. */
export const reportSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  name: lineSchema(100),
  schedule: scheduleSchema,
  recipients: recipientsSchema,
  /** Paused reports are not sent by themselves; by hand they are. */
  paused: v.boolean(),
  /** The next time it is due, epoch ms; absent while paused. */
  nextDueAt: v.optional(epochMsSchema),
  createdAt: epochMsSchema,
  version: v.number(),
});
export type Report = v.InferOutput<typeof reportSchema>;

/** The days a report covers, both included. */
export const periodSchema = v.object({ from: daySchema, to: daySchema });
export type Period = v.InferOutput<typeof periodSchema>;

/** What became of one report of one period for one reader. */
export const deliverySchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  reportId: v.string(),
  period: periodSchema,
  recipient: recipientSchema,
  ...mailCourseEntries,
});
export type ReportDelivery = v.InferOutput<typeof deliverySchema>;
