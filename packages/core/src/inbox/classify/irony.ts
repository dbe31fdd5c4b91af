import type { FeelingRole } from "./lexicon.ts";
import type { DecidingTerm } from "./model.ts";

/** A term that was felt, and where: `part` changes at «але», `clause` at every comma or stop. */
export interface Felt extends DecidingTerm {
  readonly role: FeelingRole | "none";
  readonly part: number;
  readonly clause: number;
}

/** What a clause is made of: all its words, those that were known, and whether it tells of what is no more or isn't yet. */
export interface Clause {
  words: number;
  known: number;
  mood: "plain" | "former" | "wishing";
  /** Ends with a colon: «Геніально: кнопка видаляє чернетку». */
  introduces?: boolean;
}

const factors = {
  /** Praise that was meant the other way round. */
  ironic: -0.6,
  /** Thanks for a trouble. */
  thanks: -1.5,
  former: -0.6,
  wishing: 0,
} as const;

/** A sum that is displeasure enough to doubt the praise beside it. */
const displeased = -0.65;

/**
 * Turns what is said into what is meant: applause that stands alone beside a trouble («Супер, знову закрито»), thanks for
 * one, any praise beside a sign of irony, praise of what was once or would be.
 */
export function meant(felt: readonly Felt[], clauses: readonly Clause[]): Felt[] {
  const isCued = felt.some(({ role }) => role === "irony");
  const isMended = felt.some(({ role }) => role === "remedy");
  const isApplause = ({ role, clause }: Felt): boolean => role === "applause" && standsAlone(clauses[clause]);
  const byPart = summed(felt.filter((item) => !isApplause(item)).map(({ part, weight }) => [part, weight]));
  const byClause = summed(felt.filter(({ role }) => role !== "thanks").map(({ clause, weight }) => [clause, weight]));
  const factorOf = (item: Felt): number => {
    const mood = clauses[item.clause]?.mood;
    if (mood === "former" || mood === "wishing") return factors[mood];
    if (isCued) return factors.ironic;
    if (isMended) return 1;
    const least = clauses[item.clause]?.introduces ? 0 : displeased;
    if (isApplause(item) && (byPart.get(item.part) ?? 0) <= least) return factors.ironic;
    if (item.role !== "thanks") return 1;
    const thankedFor = (byClause.get(item.clause) ?? 0) + (byClause.get(item.clause + 1) ?? 0);
    return thankedFor <= displeased ? factors.thanks : 1;
  };
  return felt.map((item) => (item.weight > 0 ? { ...item, weight: item.weight * factorOf(item) } : item));
}

function summed(weights: readonly (readonly [at: number, weight: number])[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [at, weight] of weights) sums.set(at, (sums.get(at) ?? 0) + weight);
  return sums;
}

const standsAlone = (clause: Clause | undefined): boolean => clause !== undefined && clause.words === clause.known;

/** The sum of what terms weigh. */
export const sumOf = (terms: readonly DecidingTerm[]): number => terms.reduce((sum, { weight }) => sum + weight, 0);
