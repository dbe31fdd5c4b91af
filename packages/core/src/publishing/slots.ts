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
  const times: DueTime[] = [];
  for (let day = fromDay; day < toDay; day = addDays(day, 1)) {
    const weekday = Temporal.PlainDate.from(day).dayOfWeek;
    for (const slot of slots) if (slot.weekday === weekday) times.push(instantOf(`${day}T${slot.time}`, timeZone));
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
