import * as v from "valibot";
import { emailSchema } from "../access/index.ts";
import { versionSchema } from "../kernel/ids.ts";
import { languageSchema } from "../kernel/language.ts";
import { lineSchema } from "../kernel/text.ts";
import { isGraver, type Severity } from "./kinds.ts";

const minutesSchema = v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(14 * 1440));
const timeSchema = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time such as 22:00"));

/** Who gets a mail about an alert: a member, or somebody of the management without an account. */
export const readerSchema = v.object({ email: emailSchema, name: lineSchema(100), language: languageSchema });

export type AlertReader = v.InferOutput<typeof readerSchema>;

/** How a workspace is told of alerts. */
export const alertSettingsSchema = v.object({
  /** How long each may go without acknowledgement before the next level is told, minutes. */
  answerMinutes: v.object({ low: minutesSchema, medium: minutesSchema, high: minutesSchema, critical: minutesSchema }),
  /** Hours, in the workspace's wall clock, in which nobody is woken for what is no graver than `holdUpTo`. */
  quiet: v.object({
    on: v.boolean(),
    from: timeSchema,
    to: timeSchema,
    holdUpTo: v.picklist(["low", "medium", "high"]),
  }),
  /** Who is told, beside the owners, when the team has not acknowledged in time. */
  management: v.pipe(
    v.array(readerSchema),
    v.maxLength(10),
    v.check((list) => new Set(list.map(({ email }) => email)).size === list.length, "the same reader twice"),
  ),
  /** Whether opportunities are mailed too, to the team only. */
  mailOpportunities: v.boolean(),
  version: versionSchema,
});
export type AlertSettings = v.InferOutput<typeof alertSettingsSchema>;

/** What holds where nobody has said otherwise. */
export const defaultAlertSettings: AlertSettings = {
  answerMinutes: { critical: 30, high: 120, medium: 24 * 60, low: 72 * 60 },
  quiet: { on: true, from: "21:00", to: "08:00", holdUpTo: "medium" },
  management: [],
  mailOpportunities: false,
  version: 0,
};

/** Whether quiet hours hold an alert of this severity back; a critical one never. */
export const isHeldBack = ({ quiet }: AlertSettings, severity: Severity): boolean =>
  quiet.on && !isGraver(severity, quiet.holdUpTo);
