import { median } from "../insights/index.ts";
import type { GoalForecast } from "./model.ts";
import { shareBelow, t90 } from "./student-t.ts";

/** Fewer weeks with a figure say nothing of the weeks to come. */
export const fewestWeeks = 6;
/** Nobody can see further ahead than this many times the weeks that are known. */
const furthest = 2;
/** Each value counts as at most so many standard deviations from the middle of the others. */
const clip = 3;
/** The correlation of one week with the next is drawn to none as if so many weeks without any had been seen. */
const priorWeeks = 4;
const mostCorrelation = 0.7;
const weeksTogether = 4;

/** What a forecast is made from. */
export interface ForecastInput {
  readonly kind: "level" | "sum" | "rate";
  /** The figure week by week, the oldest first, the last one up to yesterday or the last day told; of a level its change within each week. */
  readonly weeks: readonly (number | null)[];
  /** Days from the last one that is known to the day that is asked for; 1 or more. */
  readonly daysAhead: number;
  /** Of a level what it is now; else the figure of those of the 28 days that are over, 0 when none is. */
  readonly known: number;
  /** What there can be. */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly target: number;
  /** Whether the target lies above the baseline. */
  readonly upwards: boolean;
}

/**
 * The figure of a coming day, with the range that holds it four times in five, if the weeks to come are like those that
 * were. Two methods, each named in what comes back:
 *
 * - `theil-sen`: a line through the weeks by the median of the slopes between all pairs of them (Sen 1968, J Am Stat Assoc
 *   63:1379), which a few odd weeks do not turn, at the height of the clipped mean of what remains;
 * - `drift`, of levels: the clipped mean of the weekly changes, carried on from the level of today.
 *
 * The range is Student's t around it, with the spread of the weeks about the line, the doubt about the line itself, which
 * grows with the distance, and more of both where a week resembles the one before. The figure is of 28 days: those of them
 * that are over are known and carry no doubt. Pure.
 */
export function forecastOf(input: ForecastInput): GoalForecast {
  const { weeks, daysAhead, kind } = input;
  const known = weeks.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  const counted = { weeks: known.length, neededWeeks: fewestWeeks };
  if (known.length < fewestWeeks) return { available: false, reason: "too-few-weeks", ...counted };
  if (daysAhead > furthest * 7 * weeks.length) return { available: false, reason: "too-far-ahead", ...counted };
  const fit = kind === "level" ? driftOf(known) : lineOf(known);
  const ahead = kind === "level" ? daysAhead / 7 : Math.min(weeksTogether, daysAhead / 7);
  // The middle of the days still to come, in weeks; a week stands at its own middle.
  const at = weeks.length - 0.5 + daysAhead / 7 - ahead / 2;
  const mean = fit.heightAt(at);
  const doubt = fit.spread * Math.sqrt(fit.likeness * (fit.doubtAt(at) + 1 / ahead));
  const weight = kind === "rate" ? ahead / weeksTogether : ahead;
  const over = kind === "rate" ? input.known * (1 - weight) : input.known;
  const [middle, error] = [over + weight * mean, weight * doubt];
  const margin = t90(fit.freedom) * error;
  const within = (value: number) => Math.min(input.most ?? Infinity, Math.max(input.least ?? -Infinity, value));
  const below = error > 0 ? shareBelow((input.target - middle) / error, fit.freedom) : middle < input.target ? 1 : 0;
  return {
    available: true,
    method: kind === "level" ? "drift" : "theil-sen",
    value: within(middle),
    low: within(middle - margin),
    high: within(middle + margin),
    level: 0.8,
    chance: input.upwards ? 1 - below : below,
    ...counted,
  };
}

interface Week {
  readonly at: number;
  readonly value: number;
}

interface Fit {
  readonly heightAt: (at: number) => number;
  /** Standard deviation of a week about the fit. */
  readonly spread: number;
  /** Variance of the fit's height, in weeks' variances. */
  readonly doubtAt: (at: number) => number;
  /** How many times larger variances are because neighbouring weeks are alike. */
  readonly likeness: number;
  readonly freedom: number;
}

function lineOf(weeks: readonly Week[]): Fit {
  const n = weeks.length;
  const slope = median(
    weeks.flatMap((a, index) => weeks.slice(index + 1).map((b) => (b.value - a.value) / (b.at - a.at))),
  );
  const centre = meanOf(weeks.map(({ at }) => at));
  const rest = weeks.map(({ at, value }) => value - slope * (at - centre));
  const height = clippedMean(rest);
  const across = weeks.reduce((sum, { at }) => sum + (at - centre) ** 2, 0);
  const off = rest.map((one) => one - height);
  return {
    heightAt: (at) => height + slope * (at - centre),
    spread: rootOf(off, n - 2),
    doubtAt: (at) => 1 / n + (at - centre) ** 2 / across,
    likeness: likenessOf(off),
    freedom: n - 2,
  };
}

function driftOf(weeks: readonly Week[]): Fit {
  const values = weeks.map(({ value }) => value);
  const height = clippedMean(values);
  const off = values.map((value) => value - height);
  return {
    heightAt: () => height,
    spread: rootOf(off, values.length - 1),
    doubtAt: () => 1 / values.length,
    likeness: likenessOf(off),
    freedom: values.length - 1,
  };
}

const rootOf = (off: readonly number[], freedom: number): number =>
  Math.sqrt(off.reduce((sum, one) => sum + one ** 2, 0) / freedom);

/** The mean, with values far from the others drawn in. */
function clippedMean(values: readonly number[]): number {
  const middle = median(values);
  const reach = clip * (median(values.map((one) => Math.abs(one - middle))) / 0.6745);
  return reach > 0
    ? meanOf(values.map((one) => Math.min(middle + reach, Math.max(middle - reach, one))))
    : meanOf(values);
}

/** The variance of a mean of values of which each is like the one before, against that of values that are not. */
function likenessOf(off: readonly number[]): number {
  const n = off.length;
  const all = off.reduce((sum, one) => sum + one ** 2, 0);
  if (all === 0) return 1;
  const pairs = off.slice(1).reduce((sum, one, index) => sum + one * (off[index] ?? 0), 0);
  // What is taken off a line looks a little less alike than it is (Kendall 1954, Biometrika 41:403).
  const seen = (pairs * n + 2 * all) / (all * (n - 3));
  const correlation = Math.min(mostCorrelation, Math.max(0, (seen * n) / (n + priorWeeks)));
  return (1 + correlation) / (1 - correlation);
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
