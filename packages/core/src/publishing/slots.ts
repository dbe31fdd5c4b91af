import { Temporal } from "temporal-polyfill";
import type { Slot } from "../channels/connected/index.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import { type DueTime, instantOf } from "./due-time.ts";

/** The instants of a weekly posting schedule on the calendar days `[fromDay, toDay)` of a zone, in order of time. */
export function slotTimes(
  slots: readonly Slot[],
  timeZone: string,
  fromDay: string,
  toDay: string,
): readonly DueTime[] {
  const firstWeekday = Temporal.PlainDate.from(fromDay).dayOfWeek;
  const times: DueTime[] = [];
  for (const { weekday, time } of slots) {
    const first = addDays(fromDay, (weekday - firstWeekday + 7) % 7);
    for (let day = first; day < toDay; day = addDays(day, 7)) times.push(instantOf(`${day}T${time}`, timeZone));
  }
  return times.sort((a, b) => a.dueAt - b.dueAt);
}

/** The first slot after `now` that is not taken, on the given days; `null` when there is none. */
export function firstFreeSlot(
  slots: readonly Slot[],
  timeZone: string,
  now: number,
  days: number,
  taken: ReadonlySet<number>,
): DueTime | null {
  const today = dayOf(now, timeZone);
  const times = slotTimes(slots, timeZone, today, addDays(today, days));
  return times.find(({ dueAt }) => dueAt > now && !taken.has(dueAt)) ?? null;
}
