import * as v from "valibot";
import { emailSchema } from "../access/index.ts";
import { languageSchema } from "../kernel/language.ts";
import { lineSchema } from "../kernel/text.ts";
import { epochMsSchema } from "../kernel/time.ts";
import { type Period, type ReportScope, reportSections, scheduleSchema, sectionsSchema } from "./schedule.ts";

export * from "./schedule.ts";

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

export const channelIdsSchema = v.pipe(
  v.array(v.string()),
  v.minLength(1),
  v.maxLength(100),
  v.check((list) => new Set(list).size === list.length, "a channel stands twice"),
  v.readonly(),
);

/** A report that goes out regularly. */
export const reportSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  name: lineSchema(100),
  schedule: scheduleSchema,
  sections: v.optional(sectionsSchema, reportSections),
  /** The channels it is about; absent: all, also those connected later. */
  channelIds: v.optional(channelIdsSchema),
  recipients: recipientsSchema,
  /** Paused reports are not sent by themselves; by hand they are. */
  paused: v.boolean(),
  /** The next time it is due, epoch ms; absent while paused. */
  nextDueAt: v.optional(epochMsSchema),
  createdAt: epochMsSchema,
  version: v.number(),
});
export type Report = v.InferOutput<typeof reportSchema>;

/** What a report says of a period when it goes out now. */
export const scopeOf = (
  { schedule, sections, channelIds }: Pick<Report, "schedule" | "sections" | "channelIds">,
  period: Period,
): ReportScope => ({
  kind: schedule.kind,
  period,
  ...(channelIds && { channelIds }),
  sections,
});
