import { dayOf, dayRange, startOfDay } from "../kernel/time.ts";

const hourMs = 3_600_000;

/** The day and hour of an instant in a zone; hours are counted from the beginning of the day, so 23 to 25 of them. */
export function hourOf(atMs: number, zone: string): { day: string; hour: number } {
  const day = dayOf(atMs, zone);
  return { day, hour: Math.floor((atMs - startOfDay(day, zone)) / hourMs) };
}

/** The half-open range `[from, to)`, epoch ms, of an hour of a day in a zone; the last one ends with the day. */
export function hourRange(day: string, hour: number, zone: string): { from: number; to: number } {
  const range = dayRange(day, zone);
  const from = range.from + hour * hourMs;
  return { from, to: Math.min(from + hourMs, range.to) };
}
