import { Temporal } from "temporal-polyfill";
import { addDays, dayOf } from "../kernel/time.ts";
import type { Period, ReportSchedule } from "./model.ts";

/**
 * The next instant after `afterMs` at which a schedule is due in a zone, epoch ms. A wall-clock time that daylight
 * saving skips is due as much later as the clock jumps; one that comes twice is due the first time.
 */
export function nextDue(schedule: ReportSchedule, timeZone: string, afterMs: number): number {
  const today = Temporal.PlainDate.from(dayOf(afterMs, timeZone));
  const time = Temporal.PlainTime.from(schedule.time);
  for (let ahead = 0; ahead <= 7; ahead++) {
    const day = today.add({ days: ahead });
    if (day.dayOfWeek !== schedule.weekday) continue;
    const due = day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
    if (due > afterMs) return due;
  }
  throw new Error(`A weekly schedule is due within eight days: ${JSON.stringify(schedule)}`);
}

/** The last whole week, Monday to Sunday, that ended before the day of an instant in a zone. */
export function weekBefore(atMs: number, timeZone: string): Period {
  const day = dayOf(atMs, timeZone);
  const monday = addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
  return { from: addDays(monday, -7), to: addDays(monday, -1) };
}

/** The ISO number of the week that a period covers. */
export const weekNumber = (period: Period): number => Temporal.PlainDate.from(period.from).weekOfYear ?? 0;
