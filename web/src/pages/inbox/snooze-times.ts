import { Temporal } from "temporal-polyfill";

/** A time to snooze until, by a zone's clock. */
export interface SnoozeTime {
  readonly name: "later" | "tomorrow" | "monday";
  /** Wall clock, `2026-11-24T09:00`. */
  readonly local: string;
}

const morning = 9;
const monday = 1;

/** What is offered at an instant, epoch ms: in three hours, tomorrow morning, next Monday where that is another day. */
export function snoozeTimes(nowMs: number, timeZone: string): readonly SnoozeTime[] {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone);
  const later = now.add({ hours: 3 }).round({ smallestUnit: "minute", roundingIncrement: 15 });
  const tomorrow = now.toPlainDate().add({ days: 1 });
  const nextMonday = now.toPlainDate().add({ days: 8 - now.dayOfWeek });
  const at = (date: Temporal.PlainDate) => `${date.toString()}T0${morning}:00`;
  const isSame = tomorrow.dayOfWeek === monday;
  return [
    { name: "later", local: later.toPlainDateTime().toString({ smallestUnit: "minute" }) },
    { name: "tomorrow", local: at(tomorrow) },
    ...(isSame ? [] : [{ name: "monday", local: at(nextMonday) } as const]),
  ];
}
