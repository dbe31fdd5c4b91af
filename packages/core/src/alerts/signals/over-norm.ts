import { fewestForNorm, median, type PublicationResult, peersOf } from "../../insights/index.ts";

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

/** So many times the usual, at least. */
const leastLift = 2.5;
/** The customary bound of the modified z-score (Iglewicz & Hoaglin 1993, "How to Detect and Handle Outliers"). */
const leastScore = 3.5;
/** A publication of so few interactions is a matter of chance. */
const fewestInteractions = 20;
/** What is older is no news. */
const freshMs = 7 * 86_400_000;

/**
 * Publications of the last week that stand out from the channel's own: by the modified z-score of the logarithm of their
 * interactions against those of the same content type, median and median absolute deviation, which a few earlier successes
 * do not move. A young one has its interactions of so far: it can only be undervalued. Pure.
 */
export function overNorm(results: readonly PublicationResult[], now: number): OverNorm[] {
  return results.flatMap((result): OverNorm[] => {
    const { publicationId, publishedAt, contentType, interactions } = result;
    if (!interactions.available || now - publishedAt > freshMs || interactions.value < fewestInteractions) return [];
    const log = Math.log(interactions.value + 1);
    const logs = peersOf(results, result, now).flatMap((other) =>
      other.interactions.available ? [Math.log(other.interactions.value + 1)] : [],
    );
    if (logs.length < fewestForNorm) return [];
    const middle = median(logs);
    // A floor under the spread: where all had the same, one more interaction would be beyond any bound.
    const spread = Math.max(0.2, median(logs.map((one) => Math.abs(one - middle))));
    const lift = interactions.value / Math.max(1, Math.exp(middle) - 1);
    const isOver = lift >= leastLift && (0.6745 * (log - middle)) / spread >= leastScore;
    return isOver ? [{ publicationId, publishedAt, contentType, lift, comparedWith: logs.length }] : [];
  });
}
