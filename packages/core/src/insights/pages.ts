import { Temporal } from "temporal-polyfill";
import type { Grain } from "./ports.ts";

/** The first day of the page on which the row of a day (or of a week's Monday) stands: its month, or its quarter. */
export function pageOf(grain: Grain, day: string): string {
  const month = Number(day.slice(5, 7));
  const first = grain === "day" ? month : month - ((month - 1) % 3);
  return `${day.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** The first day of the month that lies so many months before a day's own. */
export const monthOf = (day: string, back = 0): string =>
  Temporal.PlainDate.from(day).with({ day: 1 }).subtract({ months: back }).toString();

/** The number of months that some days lie in. */
export const monthsIn = (from: string, to: string): number =>
  Temporal.PlainDate.from(monthOf(from)).until(monthOf(to), { largestUnit: "months" }).months + 1;

/** The number of days from one day to another, both included; 0 or less when they are in the wrong order. */
export const daysIn = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days + 1;
