import { type Felt, sumOf } from "./irony.ts";
import type { DecidingTerm } from "./model.ts";

/** What stood before «але», follows «хоча» or "better than", or was put right later. */
export const yielded = 0.4;
/** «але» and then nothing known: the opposite of what stood before. */
const implied = -0.5;

export interface Feeling {
  /** The sum of what the terms add. */
  readonly sum: number;
  /** The sum of all weights, whatever their sign: how much was felt either way. */
  readonly volume: number;
  readonly terms: readonly DecidingTerm[];
}

/** What follows a turn outweighs what stood before it. */
export function combine(felt: readonly Felt[], lastPart: number): Feeling {
  const parts: DecidingTerm[][] = Array.from({ length: lastPart + 1 }, () => []);
  for (const { term, weight, part } of felt) parts[part]?.push({ term, weight });
  let terms: DecidingTerm[] = [];
  for (const [at, part] of parts.entries()) {
    if (at === 0) terms = part;
    else if (part.length > 0) terms = [...weighed(terms, yielded), ...part];
    else if (at === lastPart) terms = weighed(terms, implied);
  }
  const volume = terms.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  return { sum: sumOf(terms), volume, terms };
}

const weighed = (terms: readonly DecidingTerm[], factor: number): DecidingTerm[] =>
  terms.map(({ term, weight }) => ({ term, weight: weight * factor }));
