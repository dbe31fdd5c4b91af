/**
 * By which steps an axis goes up: a `count` by whole numbers, a `duration` (ms) by what clocks show, a `share` (0..1) not
 * beyond the whole.
 */
export type AxisUnit = "number" | "count" | "duration" | "share";

export interface Axis {
  /** The least and the greatest value drawn. */
  readonly domain: readonly [number, number];
  /** The values named, the least first. */
  readonly ticks: readonly number[];
}

const parts = 3;
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const clockSteps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 4, 6, 8, 12].map((count) => count * hour),
  ...[1, 2, 5, 7, 14, 30].map((count) => count * day),
];

/**
 * An axis for values from a least to a greatest, with so much more room below and above, and its ends on round values.
 * It neither goes below zero where no value does, nor beyond the whole of a share.
 */
export function axisOf(
  [least, greatest]: readonly [number, number],
  { below, above }: { readonly below: number; readonly above: number },
  unit: AxisUnit = "number",
): Axis {
  const floor = least >= 0 ? 0 : -Infinity;
  const roof = unit === "share" && greatest <= 1 ? 1 : Infinity;
  const [low, high] = [Math.max(floor, least - below), Math.min(roof, greatest + above)];
  const step = stepOf(low, high, unit);
  const first = Math.floor(rounded(low / step));
  const last = Math.max(first + 1, Math.ceil(rounded(high / step)));
  return {
    domain: [first * step, Math.min(roof, last * step)],
    ticks: ticksOf(first, last, step).filter((tick) => tick <= roof),
  };
}

/** The ticks of an axis whose ends are given. */
export function axisWithin([low, high]: readonly [number, number], unit: AxisUnit = "number"): Axis {
  const step = stepOf(low, high, unit);
  return {
    domain: [low, high],
    ticks: ticksOf(Math.ceil(rounded(low / step)), Math.floor(rounded(high / step)), step),
  };
}

function stepOf(low: number, high: number, unit: AxisUnit): number {
  const least = rounded((high - low) / parts) || 1;
  if (unit === "duration") {
    return clockSteps.find((one) => one >= least) ?? Math.ceil(least / (30 * day)) * 30 * day;
  }
  const power = 10 ** Math.floor(Math.log10(least));
  const round = power * ([1, 2, 5].find((one) => rounded(one * power) >= least) ?? 10);
  return unit === "count" ? Math.max(1, round) : round;
}

const ticksOf = (first: number, last: number, step: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => rounded((first + index) * step));

/** Without what adding fractions leaves behind: 0.3 and not 0.30000000000000004. */
const rounded = (value: number): number => Number(value.toPrecision(12));
