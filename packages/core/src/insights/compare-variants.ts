/** What one of two variants has had: counts over its life at the age of the comparison. */
export interface VariantCounts {
  readonly interactions: number;
  readonly reach: number;
}

/** How the second variant compares with the first. */
export interface VariantComparison {
  /** Engagement rate of B / that of A: 1.2 is 20 % more. */
  readonly ratio: number;
  /** The 95 % interval of `ratio`. */
  readonly low: number;
  readonly high: number;
  /** `unclear`: the interval holds 1, so chance explains the difference. `too-few`: under the smallest sample. */
  readonly finding: "a-higher" | "b-higher" | "unclear" | "too-few";
}

/** People each variant must have reached, and interactions both must have had together, before anything is said. */
export const smallestSample = { reach: 100, interactions: 20 } as const;

const z = 1.96;

/**
 * Compares two variants by engagement rate (interactions / reach). Interactions are counts, and one person can make
 * several, so the ratio of two Poisson rates is taken, with its log-normal interval (Rothman and Greenland, "Modern
 * Epidemiology": rate ratio) and half an interaction added to each so that none is zero.
 */
export function compareVariants(a: VariantCounts, b: VariantCounts): VariantComparison {
  const [inA, inB] = [a.interactions + 0.5, b.interactions + 0.5];
  const ratio = inB / (b.reach + 1) / (inA / (a.reach + 1));
  const margin = z * Math.sqrt(1 / inA + 1 / inB);
  const [low, high] = [ratio * Math.exp(-margin), ratio * Math.exp(margin)];
  const few =
    Math.min(a.reach, b.reach) < smallestSample.reach || a.interactions + b.interactions < smallestSample.interactions;
  const finding = few ? "too-few" : low > 1 ? "b-higher" : high < 1 ? "a-higher" : "unclear";
  return { ratio, low, high, finding };
}
