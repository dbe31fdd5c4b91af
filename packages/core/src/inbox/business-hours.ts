import { Temporal } from "temporal-polyfill";
import { addDays, dayOf } from "../kernel/time.ts";

/** When somebody answers, in a zone's wall-clock time. */
export interface BusinessHours {
  readonly timeZone: string;
  /**
   * ISO weekday (1 is Monday) to opening and closing time `HH:MM`. A closing time not after the opening one is that of the
   * next morning, and `24:00` is midnight. Absent days are closed.
   */
  readonly week: Readonly<Partial<Record<number, { readonly opens: string; readonly closes: string }>>>;
  /** Calendar days, `YYYY-MM-DD`, on which nothing opens whatever weekday they are; what opened the evening before stays. */
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
  const last = addDays(dayOf(fromMs, hours.timeZone), horizonDays);
  for (const { opens, closes } of windowsFrom(fromMs, last, hours)) {
    const open = closes - opens;
    if (left <= open) return opens + left;
    left -= open;
  }
  return null;
}

/** How much open time lies between two instants, in ms: 0 when the second is not after the first. */
export function businessTimeBetween(fromMs: number, toMs: number, hours: BusinessHours): number {
  let sum = 0;
  for (const { opens, closes } of windowsFrom(fromMs, dayOf(Math.max(fromMs, toMs), hours.timeZone), hours)) {
    if (opens >= toMs) break;
    sum += Math.min(closes, toMs) - opens;
  }
  return sum;
}

interface Window {
  /** Epoch ms, `[opens, closes)`. */
  readonly opens: number;
  readonly closes: number;
}

/** The open times after an instant that open by the end of a day, in order; what two days share is in the first. */
function* windowsFrom(fromMs: number, lastDay: string, hours: BusinessHours): Generator<Window> {
  let over = fromMs;
  // What opened the evening before may be open still.
  for (let day = addDays(dayOf(fromMs, hours.timeZone), -1); day <= lastDay; day = addDays(day, 1)) {
    const window = windowOf(day, hours);
    if (!window || window.closes <= over || window.closes <= window.opens) continue;
    yield { opens: Math.max(window.opens, over), closes: window.closes };
    over = window.closes;
  }
}

function windowOf(day: string, hours: BusinessHours): Window | null {
  const times = hours.week[Temporal.PlainDate.from(day).dayOfWeek];
  if (!times || hours.holidays?.includes(day)) return null;
  const closingDay = closesNextDay(times) ? addDays(day, 1) : day;
  return { opens: at(day, times.opens, hours.timeZone), closes: at(closingDay, times.closes, hours.timeZone) };
}

/** Whether a day's hours end the next morning: those that close when they open last 24 hours. */
const closesNextDay = ({ opens, closes }: { readonly opens: string; readonly closes: string }): boolean =>
  closes <= opens;

function at(day: string, time: string, timeZone: string): number {
  if (time === "24:00") return at(addDays(day, 1), "00:00", timeZone);
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
}
