import { Temporal } from "temporal-polyfill";

/** Where the time comes from. Everything that asks the time takes a clock, so that tests decide it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number;
}

/** The machine's own time; read without Temporal, so that a webhook's function need not carry a calendar. */
export const systemClock: Clock = { nowMs: () => Date.now() };

/** Waits `ms` of the machine's own time. */
export const systemPause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A clock that stands still until it is moved. */
export interface FakeClock extends Clock {
  /** Moves the clock forward by `ms` milliseconds. */
  advance(ms: number): void;
  /** Sets the clock to an instant, given as ISO 8601 or epoch milliseconds. */
  set(instant: string | number): void;
}

/** A fake clock, starting at an ISO 8601 instant. */
export function fakeClock(start: string): FakeClock {
  let now = Temporal.Instant.from(start).epochMilliseconds;
  return {
    nowMs: () => now,
    advance: (ms) => {
      now += ms;
    },
    set: (instant) => {
      now = typeof instant === "number" ? instant : Temporal.Instant.from(instant).epochMilliseconds;
    },
  };
}
