import { Temporal } from "temporal-polyfill";
import * as v from "valibot";
import { addDays, dayOf, localTimeSchema } from "#core/kernel/time.ts";
import { instantOf as dueInstantOf } from "#core/publishing/due-time.ts";

export const views = ["week", "month", "list"] as const;
export type View = (typeof views)[number];

/** The days on show: whole weeks, Monday first; `to` is the first day no longer shown. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly days: readonly string[];
}

/** How many days the list shows. */
const LIST_DAYS = 28;

/** The week of a day, the weeks that its month touches, or four weeks from it: the one range behind every view. */
export function periodOf(view: View, day: string): Period {
  if (view === "list") {
    const days = Array.from({ length: LIST_DAYS }, (_, index) => addDays(day, index));
    return { from: day, to: addDays(day, LIST_DAYS), days };
  }
  const date = Temporal.PlainDate.from(day);
  const first = view === "week" ? date : date.with({ day: 1 });
  const last = view === "week" ? date : date.with({ day: date.daysInMonth });
  const from = first.subtract({ days: first.dayOfWeek - 1 });
  const to = last.add({ days: 8 - last.dayOfWeek });
  const count = from.until(to, { largestUnit: "day" }).days;
  const days = Array.from({ length: count }, (_, index) => from.add({ days: index }).toString());
  return { from: from.toString(), to: to.toString(), days };
}

/** The day that stands for the period before (-1) or after (1). */
export function stepPeriod(view: View, day: string, by: -1 | 1): string {
  if (view !== "month") return addDays(day, (view === "week" ? 7 : LIST_DAYS) * by);
  return Temporal.PlainDate.from(day).add({ months: by }).toString();
}

/** What falls on each day in a zone, in the order of time. */
export function byDay<T>(items: readonly T[], at: (item: T) => number, timeZone: string): Map<string, T[]> {
  const days = new Map<string, T[]>();
  for (const item of [...items].sort((a, b) => at(a) - at(b))) {
    const day = dayOf(at(item), timeZone);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return days;
}

/** The hour, 0..23, at which an instant falls in a zone. */
export const hourOf = (at: number, timeZone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).hour;

/** The wall clock of an instant in a zone, to the second: `2026-11-24T18:00:05`. */
export const wallClockOf = (at: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({
    smallestUnit: "second",
  });

/** The instant, epoch ms, of a wall clock in a zone, by the rules for clock changes; `undefined` when it is none. */
export function instantOf(wallClock: string, timeZone: string): number | undefined {
  return v.is(localTimeSchema, wallClock) ? dueInstantOf(wallClock, timeZone).dueAt : undefined;
}

/** The wall clock after a move to another day, and to another hour if one is given; minutes and seconds stay. */
export function movedTo(at: number, timeZone: string, day: string, hour?: number): string {
  const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainTime();
  const time = hour === undefined ? clock : clock.with({ hour });
  return Temporal.PlainDate.from(day).toPlainDateTime(time).toString({ smallestUnit: "second" });
}

const EARLIEST = 8;
const LATEST = 21;

/** The hours a week shows: the working day and whatever lies outside it, so that nothing is out of sight. */
export function hoursFor(instants: readonly number[], timeZone: string): readonly number[] {
  const hours = instants.map((at) => hourOf(at, timeZone));
  const from = Math.min(EARLIEST, ...hours);
  const to = Math.max(LATEST, ...hours);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
