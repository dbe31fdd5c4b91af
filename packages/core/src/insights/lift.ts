/** How much more some values are than others, on average, from the logarithms of their ratios. */
export interface Lift {
  readonly cases: number;
  /** 1.4 is 40 % more. */
  readonly lift: number;
  /** The 95 % interval of `lift`. */
  readonly low: number;
  readonly high: number;
  /**
   * Whether it is `more` or `less` at a confidence that allows for a dozen things being looked at (Student's t, one-sided
   * 0.35 %, so about one false alarm in twenty where there is nothing); `unclear` when chance explains it.
   */
  readonly finding: "more" | "less" | "unclear";
}

/** Of logarithms against nothing: how far their mean lies from 0. At least two. */
export function liftOf(logs: readonly number[]): Lift {
  const { mean, variance, count } = spreadOf(logs);
  return liftFrom(mean, Math.sqrt(variance / count), count - 1, count);
}

/** Of logarithms against others (Welch's t, by the smaller group's degrees of freedom). At least two of each. */
export function liftOver(logs: readonly number[], others: readonly number[]): Lift {
  const [own, other] = [spreadOf(logs), spreadOf(others)];
  const error = Math.sqrt(own.variance / own.count + other.variance / other.count);
  return liftFrom(own.mean - other.mean, error, Math.min(own.count, other.count) - 1, own.count);
}

function liftFrom(mean: number, error: number, freedom: number, cases: number): Lift {
  const margin = usualT(freedom) * error;
  const doubt = cautiousT(freedom) * error;
  return {
    cases,
    lift: Math.exp(mean),
    low: Math.exp(mean - margin),
    high: Math.exp(mean + margin),
    finding: mean - doubt > 0 ? "more" : mean + doubt < 0 ? "less" : "unclear",
  };
}

function spreadOf(logs: readonly number[]) {
  const count = logs.length;
  const mean = logs.reduce((sum, log) => sum + log, 0) / count;
  return { count, mean, variance: logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (count - 1) };
}

/** Student's t, two-sided 95 %, by a fit that is never below the table's value by more than 1 %. */
const usualT = (freedom: number): number => 1.96 + 3.3 / freedom;
/** Student's t, one-sided 0.35 %; above the table's value for few degrees of freedom. */
const cautiousT = (freedom: number): number => 2.7 + 8.9 / freedom;
