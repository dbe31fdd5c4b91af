import * as v from "valibot";
import { epochMsSchema, localTimeSchema, timeZoneSchema } from "../kernel/time.ts";
import { addDaysTo, localTimes, nextLocalTimes } from "./recurrence.ts";

/** How far ahead a series' dates are put on the calendar, and how many of them at most. */
export const seriesHorizon = { days: 28, dates: 60 } as const;
/** The most dates that may be left out one by one. */
export const mostSkips = 400;

/** A series is followed, rests, or is over for good. */
export const seriesStateSchema = v.picklist(["active", "paused", "ended"]);

/** A start as a person chose it, to the minute: a series has no seconds. */
export const startSchema = v.pipe(
  localTimeSchema,
  v.transform((local) => local.slice(0, 16)),
);

export const ruleSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));

/** Why a series could not put its last date on the calendar. */
const seriesProblemSchema = v.object({
  code: v.string(),
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});

/** A post that is repeated: what its template says, at the local times that its rule gives in its zone. */
export const seriesSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  /** The template: a post that is written, checked and approved like any other, and is itself never published. */
  postId: v.string(),
  rule: ruleSchema,
  /** The local time from which the rule counts; its time of day is that of every date, unless the rule says another. */
  start: localTimeSchema,
  timeZone: timeZoneSchema,
  state: seriesStateSchema,
  /** Local times left out. */
  skips: v.pipe(v.array(localTimeSchema), v.maxLength(mostSkips)),
  /** No date at or after this local time: the series was ended, or another follows it from here. */
  endsBefore: v.optional(localTimeSchema),
  /** Local times that are, or are about to be, posts. Written before the posts, forgotten when they are past. */
  made: v.array(localTimeSchema),
  problem: v.optional(seriesProblemSchema),
  /** When the planner must look at it next; absent when nothing is to be done by itself. */
  nextPlanAt: v.optional(epochMsSchema),
  createdBy: v.string(),
  createdAt: epochMsSchema,
  /** Counts what people changed; a change names the one it was made on. The planner's own writes leave it alone. */
  revision: v.number(),
  version: v.number(),
});
export type Series = v.InferOutput<typeof seriesSchema>;

/** The dates in `[from, to)` that the series is to have now; none while it rests. */
export function wantedTimes(series: Series, from: string, to: string): readonly string[] {
  if (series.state !== "active") return [];
  const end = series.endsBefore !== undefined && series.endsBefore < to ? series.endsBefore : to;
  if (end <= from) return [];
  const skipped = new Set(series.skips);
  return localTimes(series.rule, series.start, from, end).filter((time) => !skipped.has(time));
}

/** The dates that belong on the calendar now. */
export const dueForCalendar = (series: Series, now: string): readonly string[] =>
  wantedTimes(series, now, addDaysTo(now, seriesHorizon.days)).slice(0, seriesHorizon.dates);

/** Whether the rule gives the series a date at a local time, left out or not. */
export const hasDate = ({ rule, start, endsBefore }: Series, at: string): boolean =>
  (endsBefore === undefined || at < endsBefore) && localTimes(rule, start, at, addDaysTo(at, 1)).includes(at);

/** The next dates of a series, as many as `count`, those left out among them. */
export function upcoming(series: Pick<Series, "rule" | "start" | "endsBefore">, from: string, count: number) {
  const times = nextLocalTimes(series.rule, series.start, from, count);
  return times.filter((time) => series.endsBefore === undefined || time < series.endsBefore);
}
