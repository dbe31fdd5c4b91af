import { Temporal } from "temporal-polyfill";
import { addDays, dayOf } from "../kernel/time.ts";
import { instantOf } from "../publishing/index.ts";
import { type Period, planDays, type ReportSchedule } from "./model.ts";

/** The longest that a schedule goes from one day to the next, days: two months, or a plan. */
const longestWait = 92;

/**
 * The next instant after `afterMs` at which a schedule is due in a zone, epoch ms. Clock changes are decided as for
 * publications: a time that is skipped is due as much later as the clock jumps, one that comes twice the first time.
 */
export function nextDue(schedule: ReportSchedule, timeZone: string, afterMs: number): number {
  let day = firstDay(schedule, dayOf(afterMs, timeZone));
  // One day back: where clocks jump over midnight, what was due late falls on the day after.
  day = addDays(day, -1);
  for (let ahead = 0; ahead <= longestWait + 1; ahead++, day = addDays(day, 1)) {
    if (!isDay(schedule, day)) continue;
    const { dueAt } = instantOf(`${day}T${schedule.time}`, timeZone);
    if (dueAt > afterMs) return dueAt;
  }
  throw new Error(`A schedule is due within ${longestWait} days: ${JSON.stringify(schedule)}`);
}

/** The day to look from: today, or the start of a plan that lies ahead. */
const firstDay = (schedule: ReportSchedule, today: string): string =>
  schedule.kind === "quarterly" && schedule.startDay > today ? schedule.startDay : today;

/** Whether a report goes out on a day. */
function isDay(schedule: ReportSchedule, day: string): boolean {
  const date = Temporal.PlainDate.from(day);
  switch (schedule.kind) {
    case "daily":
      return schedule.weekdays.includes(date.dayOfWeek);
    case "weekly":
      return schedule.weekday === date.dayOfWeek;
    case "monthly":
      return date.day === (schedule.day === "last" ? date.daysInMonth : schedule.day);
    case "quarterly": {
      const days = daysBetween(schedule.startDay, day);
      return days > 0 && days % planDays === 0;
    }
  }
}

/**
 * The days a report covers that goes out at an instant, in a zone: the last of its periods that ended before that day.
 * A daily one covers the days since the one before it, a weekly one Monday to Sunday, a monthly one the calendar month,
 * a quarterly one 90 days of the plan (the first 90 also while they run: there is nothing before).
 */
export function periodBefore(schedule: ReportSchedule, atMs: number, timeZone: string): Period {
  const today = dayFor(schedule, atMs, timeZone);
  const date = Temporal.PlainDate.from(today);
  switch (schedule.kind) {
    case "daily": {
      let from = addDays(today, -1);
      while (!isDay(schedule, from)) from = addDays(from, -1);
      return { from, to: addDays(today, -1) };
    }
    case "weekly": {
      const monday = addDays(today, 1 - date.dayOfWeek);
      return { from: addDays(monday, -7), to: addDays(monday, -1) };
    }
    case "monthly": {
      const first = date.with({ day: 1 }).subtract({ months: 1 });
      return { from: first.toString(), to: first.with({ day: first.daysInMonth }).toString() };
    }
    case "quarterly": {
      const whole = Math.max(1, Math.floor(daysBetween(schedule.startDay, today) / planDays));
      const from = addDays(schedule.startDay, (whole - 1) * planDays);
      return { from, to: addDays(from, planDays - 1) };
    }
  }
}

/** The day that an instant stands for: the one before where the clock jumped over midnight with what was due on it. */
function dayFor(schedule: ReportSchedule, atMs: number, timeZone: string): string {
  const today = dayOf(atMs, timeZone);
  const yesterday = addDays(today, -1);
  const slipped = isDay(schedule, yesterday) && instantOf(`${yesterday}T${schedule.time}`, timeZone).dueAt === atMs;
  return slipped ? yesterday : today;
}

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;

/** The ISO number of the week that a period begins in. */
export const weekNumber = (period: Period): number => Temporal.PlainDate.from(period.from).weekOfYear ?? 0;
