/** What was wanted and what was got, of one sentence. */
export type Pair = readonly [wanted: string, got: string];

export interface ClassScore {
  /** Of what was called so, the share that is, 0..1; 0 when nothing was. */
  readonly precision: number;
  /** Of what is so, the share that was called so, 0..1; 0 when nothing is. */
  readonly recall: number;
  /** Their harmonic mean, 0..1. */
  readonly f1: number;
  /** How many sentences are so by their label. */
  readonly support: number;
}

export interface Scores {
  readonly accuracy: number;
  /** The mean of the F1 of every class that was wanted or got. */
  readonly macroF1: number;
  readonly classes: Readonly<Record<string, ClassScore>>;
  /** How often a wanted class (outer) was answered by each class (inner). */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Scores pairs over the classes given, in their order; those that occur on neither side are left out. */
export function scoresOf(pairs: readonly Pair[], classes: readonly string[]): Scores {
  const occurring = classes.filter((name) => pairs.some((pair) => pair.includes(name)));
  const count = (wanted: string, got: string): number =>
    pairs.filter((pair) => pair[0] === wanted && pair[1] === got).length;
  const perClass = occurring.map((name): [string, ClassScore] => {
    const right = count(name, name);
    const support = pairs.filter(([wanted]) => wanted === name).length;
    const called = pairs.filter(([, got]) => got === name).length;
    const f1 = ratio(2 * right, support + called);
    return [name, { precision: ratio(right, called), recall: ratio(right, support), f1, support }];
  });
  const right = pairs.filter(([wanted, got]) => wanted === got).length;
  return {
    accuracy: ratio(right, pairs.length),
    macroF1: ratio(
      perClass.reduce((sum, [, { f1 }]) => sum + f1, 0),
      perClass.length,
    ),
    classes: Object.fromEntries(perClass),
    confusion: Object.fromEntries(
      occurring.map((wanted) => [wanted, Object.fromEntries(occurring.map((got) => [got, count(wanted, got)]))]),
    ),
  };
}
