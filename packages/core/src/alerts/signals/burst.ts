import type { Severity } from "../kinds.ts";
import { countTail } from "./count-tail.ts";
import { expected, type HourlyNorm } from "./hourly-norm.ts";

/** An hour that has passed or runs: its place in the week and how many negative messages it has had. */
export interface WatchedHour {
  readonly weekday: number;
  /** 0..23. */
  readonly hour: number;
  readonly count: number;
}

export interface Burst {
  /** Hours together, the running one included. */
  readonly hours: number;
  readonly count: number;
  readonly expected: number;
  readonly severity: Severity;
}

/** How many hours are looked at together: a wave of minutes, one of an afternoon, and what smoulders between them. */
const windows = [1, 3, 6];
/** How many hours back a look needs. */
export const watchedHours = 6;

/**
 * A window is a burst when its count would be reached by chance less often than this. A busy channel is looked at with each
 * negative message; looks that follow each other see nearly the same window, so that far fewer than all are a chance of
 * their own. The test of this file holds what follows: at most one false alarm in a hundred days of a channel.
 */
const chance = 1e-5;
/** Fewer are no burst, however quiet the channel. */
const fewest = 5;
/** And it must be so many times what is usual: on a busy channel, a small excess can be sure and yet mean nothing. */
const leastLift = 2;

/**
 * Whether the last hours of a channel hold a burst of negative messages against its own norm: the upper tail of a negative
 * binomial whose mean is what the same hours of the week usually have, whose variance is that of the channel's own history
 * (Noufaily et al. 2013, "An improved algorithm for outbreak detection in multiple surveillance systems", Stat Med
 * 32:1206). The running hour counts as a whole one: that delays an alarm, and makes none. The gravest window wins. Pure.
 *
 * @param hours the running hour last, at most `watchedHours` of them
 */
export function burstIn(
  hours: readonly WatchedHour[],
  norm: Pick<HourlyNorm, "level" | "shares" | "weekendFactor" | "dispersion">,
): Burst | null {
  const found = windows.flatMap((length): Burst[] => {
    const span = hours.slice(-length);
    const count = span.reduce((sum, hour) => sum + hour.count, 0);
    const mean = span.reduce((sum, { weekday, hour }) => sum + expected(norm, weekday, hour), 0);
    if (count < fewest || count < leastLift * mean || countTail(count, mean, norm.dispersion) >= chance) return [];
    return [{ hours: length, count, expected: mean, severity: severityOf(count, mean) }];
  });
  return found.toSorted((a, b) => liftOf(b) - liftOf(a))[0] ?? null;
}

const liftOf = ({ count, expected: mean }: Pick<Burst, "count" | "expected">): number => count / Math.max(1, mean);

/** Twice as many is worth a look; many times as many, and many people, is a crisis. */
function severityOf(count: number, mean: number): Severity {
  const lift = liftOf({ count, expected: mean });
  if (count >= 40 && lift >= 5) return "critical";
  return count >= 12 && lift >= 3 ? "high" : "medium";
}
