import { Temporal } from "temporal-polyfill";
import * as v from "valibot";

/** An instant as epoch milliseconds, a safe non-negative integer. */
export const epochMsSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A calendar day of the 20th or 21st century, `YYYY-MM-DD`, that exists. */
export const daySchema = v.pipe(
  v.string(),
  v.isoDate(),
  v.regex(/^(19|20)/, "not a calendar day"),
  v.check(isDay, "not a calendar day"),
);

/** A calendar month of these years, `YYYY-MM`. */
export const monthSchema = v.pipe(v.string(), v.regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, "not a month"));

/** The month of a day. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The month `count` months after (or, negative, before) another. */
export const addMonths = (month: string, count: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months: count }).toString();

/** An IANA time zone that the runtime knows, such as `Europe/Kyiv`. */
export const timeZoneSchema = v.pipe(v.string(), v.maxLength(64), v.check(isTimeZone, "unknown time zone"));

/** A local date and time that exists in the calendar, `2026-11-24T18:00` or with seconds. */
export const localTimeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, "not a date and time"),
  v.check(isLocalTime, "not a date and time"),
);

function isLocalTime(local: string): boolean {
  try {
    Temporal.PlainDateTime.from(local, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/** Whether it is a calendar day that exists, `YYYY-MM-DD`. */
export function isDay(day: string): boolean {
  try {
    Temporal.PlainDate.from(day, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/** Whether `zone` is an IANA time zone name (offsets such as `+02:00` are not zones: they know no daylight saving). */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Now.instant().toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** The instant in a zone's wall-clock time. */
export const inZone = (epochMs: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);

/** The calendar day, `YYYY-MM-DD`, on which an instant falls in a zone. */
export const dayOf = (epochMs: number, zone: string): string => inZone(epochMs, zone).toPlainDate().toString();

/** The first instant of a calendar day in a zone, epoch ms (00:00, or later where the clock skips midnight). */
export const startOfDay = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

/** The day `count` days after (or, negative, before) `day`. */
export const addDays = (day: string, count: number): string =>
  Temporal.PlainDate.from(day).add({ days: count }).toString();

/** The half-open range of epoch ms `[from, to)` that a calendar day covers in a zone: 23, 24 or 25 hours. */
export const dayRange = (day: string, zone: string): { from: number; to: number } => ({
  from: startOfDay(day, zone),
  to: startOfDay(addDays(day, 1), zone),
});
