import type { CalendarView, Channel, FreeSlot, PublicationSummary } from "../../api/contract.ts";
import { byDay } from "./period.ts";

/** What one day of the calendar holds. */
export interface Day {
  readonly day: string;
  readonly publications: readonly PublicationSummary[];
  readonly freeSlots: readonly FreeSlot[];
}

/** What every view of the calendar needs. */
export interface ViewProps {
  readonly days: readonly Day[];
  readonly today: string;
  readonly timeZone: string;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly onMove: (publication: PublicationSummary) => void;
  readonly onDrop: (publication: PublicationSummary, wallClock: string) => void;
  readonly onOpenDay: (day: string) => void;
}

/** The days of a period with what falls on them. */
export function fillDays(days: readonly string[], view: CalendarView): readonly Day[] {
  const publications = byDay(view.publications, (one) => one.dueAt, view.timeZone);
  const freeSlots = byDay(view.freeSlots, (one) => one.at, view.timeZone);
  return days.map((day) => ({
    day,
    publications: publications.get(day) ?? [],
    freeSlots: freeSlots.get(day) ?? [],
  }));
}
