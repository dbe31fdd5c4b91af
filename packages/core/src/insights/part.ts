import { type Figure, figure, notAvailable } from "../channels/measurement.ts";

export type AbsenceReason = (Figure & { available: false })["reason"];

/**
 * What a figure is added up from: the sum over those that are known, how many those are, and how many are missing for
 * which reason. Adding parts is exact, commutative and associative.
 */
export interface Part {
  readonly sum: number;
  readonly known: number;
  readonly absent: Absent;
}
export type Absent = Readonly<Partial<Record<AbsenceReason, number>>>;

/** Numerator (`sum`) and denominator (`of`) over those of which both are known. */
export interface Ratio extends Part {
  readonly of: number;
}

export const noPart: Part = { sum: 0, known: 0, absent: {} };
export const noRatio: Ratio = { ...noPart, of: 0 };

/** The part that one figure makes. */
export const partOf = (given: Figure): Part =>
  given.available ? { sum: given.value, known: 1, absent: {} } : { sum: 0, known: 0, absent: { [given.reason]: 1 } };

/** The ratio that a numerator and a denominator make; missing when either is. */
export function ratioOf(numerator: Figure, denominator: Figure): Ratio {
  if (!numerator.available) return { ...partOf(numerator), of: 0 };
  if (!denominator.available) return { ...partOf(denominator), of: 0 };
  return { ...partOf(numerator), of: denominator.value };
}

export function addParts(parts: readonly Part[]): Part {
  return {
    sum: parts.reduce((sum, part) => sum + part.sum, 0),
    known: parts.reduce((sum, part) => sum + part.known, 0),
    absent: addCounts(parts.map(({ absent }) => absent)) as Absent,
  };
}

export const addRatios = (ratios: readonly Ratio[]): Ratio => ({
  ...addParts(ratios),
  of: ratios.reduce((sum, ratio) => sum + ratio.of, 0),
});

/** Adds records of counts by name; names come out sorted. */
export function addCounts(records: readonly Readonly<Partial<Record<string, number>>>[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const record of records) {
    for (const [name, count] of Object.entries(record)) sums.set(name, (sums.get(name) ?? 0) + (count ?? 0));
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether something that belongs in the sum is missing from it. */
export const isPartial = (...parts: readonly Part[]): boolean =>
  parts.some(({ known, absent }) => known > 0 && Object.keys(absent).length > 0);

/** Whether something is missing that may still come: unlike what a platform never gives. */
export const isWaiting = ({ absent }: Part): boolean =>
  Object.keys(absent).some((reason) => reason !== "not-given-by-platform");

/** The reason given when several differ: the first of these, what can be cured before what can't. */
const precedence: readonly AbsenceReason[] = [
  "no-permission",
  "not-yet",
  "too-few-people",
  "no-cases",
  "not-given-by-platform",
];

/** The sum as a figure; `otherwise` is the reason when there is nothing at all. */
export function figureOfPart(part: Part, otherwise: AbsenceReason): Figure {
  if (part.known > 0) return figure(part.sum);
  return notAvailable(precedence.find((reason) => (part.absent[reason] ?? 0) > 0) ?? otherwise);
}

/** The share numerator / denominator as a figure, times `scale`. */
export function figureOfRatio(ratio: Ratio, otherwise: AbsenceReason, scale = 1): Figure {
  const sum = figureOfPart(ratio, otherwise);
  return sum.available ? share(ratio.sum * scale, ratio.of) : sum;
}

/** numerator / denominator as a figure; there is no share of nothing. */
export const share = (numerator: number, denominator: number): Figure =>
  denominator === 0 ? notAvailable("no-cases") : figure(numerator / denominator);
