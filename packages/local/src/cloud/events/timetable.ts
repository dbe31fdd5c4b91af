import type { Schedule } from "./schedule.ts";

/** The longest sleep: timers hold 24.8 days at most, and a suspended machine is noticed within this time. */
const longestSleepMs = 60_000;
/** A firing this late (the machine slept) counts as missed; missed schedules are not made up for. */
const missedAfterMs = 60_000;

/**
 * Calls `fire` with the scheduled instant (epoch ms) each time the schedule is due, never before it.
 * @returns a function that ends it.
 */
export function runSchedule(schedule: Schedule, fire: (scheduledAt: number) => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (due: number | undefined) => {
    if (due === undefined) return;
    const left = due - Date.now();
    timer = setTimeout(
      () => {
        const now = Date.now();
        if (now < due) return wait(due);
        if (now - due < missedAfterMs) fire(due);
        wait(schedule.next(Math.max(due, now)));
      },
      Math.min(Math.max(left, 0), longestSleepMs),
    );
  };
  wait(schedule.next(Date.now()));
  return () => clearTimeout(timer);
}
