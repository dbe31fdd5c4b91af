import * as v from "valibot";
import { daySchema } from "../kernel/time.ts";

/** How often a report goes out, and how long a period it covers; `quarterly` is the review pack of a 90-day plan. */
export const reportKinds = ["daily", "weekly", "monthly", "quarterly"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** The parts a report can be built of. What was done in the period belongs to `summary`, who waits to `risks`. */
export const reportSections = [
  "summary",
  "goals",
  "figures",
  "best",
  "competitors",
  "reputation",
  "leads",
  "visits",
  "spend",
  "risks",
  "next",
] as const;
export type ReportSection = (typeof reportSections)[number];

/** The parts of a report in the order they are read, each at most once. */
export const sectionsSchema = v.pipe(
  v.array(v.picklist(reportSections)),
  v.minLength(1),
  v.check((list) => new Set(list).size === list.length, "the same section twice"),
  v.readonly(),
);

/**
 * What a new report of a kind is made of: the digest of a day has no goals and no money in it, and a week of competitors is
 * too short to tell anything.
 */
export const sectionsOfKind: Readonly<Record<ReportKind, readonly ReportSection[]>> = {
  daily: ["summary", "risks", "next", "figures", "best", "reputation", "leads"],
  weekly: reportSections.filter((section) => section !== "competitors"),
  monthly: reportSections,
  quarterly: reportSections,
};

const timeSchema = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not a time"));
/** ISO weekday: 1 is Monday, 7 is Sunday. */
const weekdaySchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));

/** How many days the review pack of a plan covers. */
export const planDays = 90;

/** When a report goes out, in the workspace's wall-clock time. Which days it then covers is `periodBefore`'s to say. */
export const scheduleSchema = v.variant("kind", [
  v.object({
    kind: v.literal("daily"),
    /** The days it goes out on; it covers all days since the one before, so that a weekend is in Monday's. */
    weekdays: v.pipe(
      v.array(weekdaySchema),
      v.minLength(1),
      v.check((list) => new Set(list).size === list.length, "the same weekday twice"),
      v.readonly(),
    ),
    time: timeSchema,
  }),
  /** Covers the whole week before, Monday to Sunday. */
  v.object({ kind: v.literal("weekly"), weekday: weekdaySchema, time: timeSchema }),
  v.object({
    kind: v.literal("monthly"),
    /** The day of the month it goes out on, one that every month has; it covers the whole month before. */
    day: v.union([v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(28)), v.literal("last")]),
    time: timeSchema,
  }),
  v.object({
    kind: v.literal("quarterly"),
    /** The first day of a 90-day plan; a pack goes out on the day after each 90 days from it, and covers those. */
    startDay: daySchema,
    time: timeSchema,
  }),
]);
export type ReportSchedule = v.InferOutput<typeof scheduleSchema>;

/** The days a report covers, both included. */
export const periodSchema = v.object({ from: daySchema, to: daySchema });
export type Period = v.InferOutput<typeof periodSchema>;

/** What one report is to be about: a period, some of the channels or all of them, the parts in their order. */
export interface ReportScope {
  readonly kind: ReportKind;
  readonly period: Period;
  /** Absent: all channels of the workspace. */
  readonly channelIds?: readonly string[] | undefined;
  readonly sections: readonly ReportSection[];
}
