import { dayOf, dayRange, startOfDay } from "../kernel/time.ts";

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** The day and hour of an instant in a zone; hours are counted from the beginning of the day, so 23 to 25 of them. */
export function hourOf(atMs: number, zone: string): { day: string; hour: number } {
  const day = dayOf(atMs, zone);
  return { day, hour: Math.floor((atMs - startOfDay(day, zone)) / hourMs) };
}

/** The minute of its hour that an instant is in, 0 to 59. */
export const minuteOf = (atMs: number, zone: string): number =>
  Math.floor((atMs - startOfDay(dayOf(atMs, zone), zone)) / minuteMs) % 60;

/** The half-open range `[from, to)`, epoch ms, of a minute of an hour of a day in a zone. */
export function minuteRange(day: string, hour: number, minute: number, zone: string): { from: number; to: number } {
  const from = startOfDay(day, zone) + hour * hourMs + minute * minuteMs;
  return { from, to: from + minuteMs };
}

/** The half-open range `[from, to)`, epoch ms, of an hour of a day in a zone; the last one ends with the day. */
export function hourRange(day: string, hour: number, zone: string): { from: number; to: number } {
  const range = dayRange(day, zone);
  const from = range.from + hour * hourMs;
  return { from, to: Math.min(from + hourMs, range.to) };
}
