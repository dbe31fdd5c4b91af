import { signal } from "@preact/signals";
import { reschedule } from "../../api/content.ts";
import type { CalendarView, PublicationSummary } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { amend, invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { whenWithZone } from "../../wording.ts";
import { instantOf, wallClockOf } from "./period.ts";

/** The publication that is being dragged. */
export const dragged = signal<PublicationSummary | undefined>(undefined);

/** Whether a publication may be given a time: while it waits, and anew after it failed or was canceled. */
export const isMovable = ({ state }: PublicationSummary): boolean =>
  mayI("schedule") && (state === "scheduled" || state === "failed" || state === "canceled");

/**
 * Gives a publication another wall-clock time in its zone. The calendar under `calendarKey`, if it is on show, has it at
 * once and takes it back if the server refuses.
 */
export async function move(publication: PublicationSummary, wallClock: string, calendarKey = ""): Promise<void> {
  const { timeZone, id, dueAt } = publication;
  const at = instantOf(wallClock, timeZone);
  if (at === undefined || at === dueAt) return;
  if (at < now.value) {
    const { inThePast } = t().calendar;
    return tellFailure({ status: 0, code: "in-the-past", message: inThePast });
  }
  place(calendarKey, id, at);
  const answer = await reschedule(id, { at: wallClock, timeZone });
  if (!answer.ok) {
    place(calendarKey, id, dueAt);
    return tellFailure(answer.error);
  }
  invalidate("calendar", "today", "post");
  const back = () => void move({ ...publication, dueAt: at }, wallClockOf(dueAt, timeZone), calendarKey);
  tell(t().calendar.moved(whenWithZone(at, timeZone)), dueAt > now.value ? back : undefined);
}

function place(calendarKey: string, id: string, dueAt: number): void {
  amend<CalendarView>(calendarKey, (view) => ({
    ...view,
    publications: view.publications.map((one) => (one.id === id ? { ...one, dueAt } : one)),
  }));
}
