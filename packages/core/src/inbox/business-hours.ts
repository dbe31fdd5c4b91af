import { Temporal } from "temporal-polyfill";
import { addDays, dayOf } from "../kernel/time.ts";

/** When somebody answers, in a zone's wall-clock time. */
export interface BusinessHours {
  readonly timeZone: string;
  /** ISO weekday (1 is Monday) to opening and closing time `HH:MM`; `24:00` closes at midnight. Absent days are closed. */
  readonly week: Readonly<Partial<Record<number, { readonly opens: string; readonly closes: string }>>>;
  /** Calendar days, `YYYY-MM-DD`, on which nobody answers whatever weekday they are. */
  readonly holidays?: readonly string[];
}

const everyDay = { opens: "09:00", closes: "21:00" };

/** Monday to Sunday from 9 to 21 in a zone. */
export const defaultBusinessHours = (timeZone: string): BusinessHours => ({
  timeZone,
  week: { 1: everyDay, 2: everyDay, 3: everyDay, 4: everyDay, 5: everyDay, 6: everyDay, 7: everyDay },
});

/** How soon a customer is answered unless the workspace says otherwise: 4 business hours, in ms. */
export const defaultResponseTargetMs = 4 * 3_600_000;

/** A year without an open minute is a mistake in the hours, not a wait. */
const horizonDays = 366;

/**
 * The instant at which `durationMs` of open time have passed since `fromMs`; `null` when the week has no open time.
 * Open time is counted as it really passes: a night in which the clock moves makes a window longer or shorter.
 */
export function addBusinessTime(fromMs: number, durationMs: number, hours: BusinessHours): number | null {
  let left = durationMs;
  let day = dayOf(fromMs, hours.timeZone);
  for (let i = 0; i <= horizonDays; i++, day = addDays(day, 1)) {
    const window = windowOf(day, hours);
    if (!window) continue;
    const start = Math.max(window.opens, fromMs);
    const open = window.closes - start;
    if (open <= 0) continue;
    if (left <= open) return start + left;
    left -= open;
  }
  return null;
}

/** How much open time lies between two instants, in ms: 0 when the second is not after the first. */
export function businessTimeBetween(fromMs: number, toMs: number, hours: BusinessHours): number {
  let sum = 0;
  const last = dayOf(Math.max(fromMs, toMs), hours.timeZone);
  for (let day = dayOf(fromMs, hours.timeZone); day <= last; day = addDays(day, 1)) {
    const window = windowOf(day, hours);
    if (window) sum += Math.max(0, Math.min(window.closes, toMs) - Math.max(window.opens, fromMs));
  }
  return sum;
}

function windowOf(day: string, hours: BusinessHours): { opens: number; closes: number } | null {
  const times = hours.week[Temporal.PlainDate.from(day).dayOfWeek];
  if (!times || hours.holidays?.includes(day)) return null;
  return { opens: at(day, times.opens, hours.timeZone), closes: at(day, times.closes, hours.timeZone) };
}

function at(day: string, time: string, timeZone: string): number {
  if (time === "24:00") return at(addDays(day, 1), "00:00", timeZone);
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
}
