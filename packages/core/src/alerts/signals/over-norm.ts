import type { PublicationResult } from "../../insights/index.ts";

/** A publication that did far better than its kind. */
export interface OverNorm {
  readonly publicationId: string;
  readonly publishedAt: number;
  readonly contentType: PublicationResult["contentType"];
  /** Times the usual of its type on the channel. */
  readonly lift: number;
  /** How many publications that rests on. */
  readonly comparedWith: number;
}

/** Fewer say nothing of what is usual. */
const fewestCompared = 12;
/** So many times the usual, at least. */
const leastLift = 2.5;
/** The customary bound of the modified z-score (Iglewicz & Hoaglin 1993, "How to Detect and Handle Outliers"). */
const leastScore = 3.5;
/** A publication of so few interactions is a matter of chance. */
const fewestInteractions = 20;
/** It is compared by interactions, which grow for two days: only publications that had as long are its measure. */
const ripeMs = 48 * 3_600_000;
/** What is older is no news. */
const freshMs = 7 * 86_400_000;

/**
 * Publications of the last week that stand out from the channel's own: by the modified z-score of the logarithm of their
 * interactions against those of the same content type, median and median absolute deviation, which a few earlier successes
 * do not move. A young one has its interactions of so far: it can only be undervalued. Pure.
 */
export function overNorm(results: readonly PublicationResult[], now: number): OverNorm[] {
  const known = results.flatMap((result) =>
    result.interactions.available ? [{ result, log: Math.log(result.interactions.value + 1) }] : [],
  );
  return known.flatMap(({ result, log }): OverNorm[] => {
    const { publicationId, publishedAt, contentType } = result;
    if (now - publishedAt > freshMs || Math.exp(log) - 1 < fewestInteractions) return [];
    const others = known.filter(
      (other) =>
        other.result.publicationId !== publicationId &&
        other.result.contentType === contentType &&
        now - other.result.publishedAt >= ripeMs,
    );
    if (others.length < fewestCompared) return [];
    const logs = others.map((other) => other.log);
    const middle = median(logs);
    // A floor under the spread: where all had the same, one more interaction would be beyond any bound.
    const spread = Math.max(0.2, median(logs.map((one) => Math.abs(one - middle))));
    const lift = (Math.exp(log) - 1) / Math.max(1, Math.exp(middle) - 1);
    const isOver = lift >= leastLift && (0.6745 * (log - middle)) / spread >= leastScore;
    return isOver ? [{ publicationId, publishedAt, contentType, lift, comparedWith: others.length }] : [];
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
