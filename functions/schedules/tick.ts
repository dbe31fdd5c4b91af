import { paceOf } from "#core/channels/paces.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { enqueueDue, tellLate } from "#core/publishing/index.ts";
import { log } from "../log.ts";
import { events, paces, publications, publishQueue, reconcileQueue } from "../runtime.ts";

/** Every minute: hands out what is due in the next minutes, and once more what nobody took; tells of what is late. */
export async function handler(): Promise<void> {
  const { enqueued, overdue, late } = await enqueueDue({
    publications: publications(),
    paces: paces(),
    paceOf,
    publishQueue: publishQueue(),
    settleQueue: reconcileQueue(),
    clock: systemClock,
  });
  if (late.length > 0) await tellLate({ events: events(), clock: systemClock }, late);
  // The alarm on overdue publications counts this field: see infra/alarms.ts.
  log.info("tick", { enqueued, ...(overdue > 0 && { OverduePublications: overdue }) });
}
