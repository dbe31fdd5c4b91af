import fc from "fast-check";
import type { Engine } from "./engine.ts";
import { anySchedule, type Schedule } from "./schedule.ts";
import { type Breach, type Figure, type Invariant, invariants } from "./verdict.ts";
import { play } from "./world.ts";

/** A seed whose schedule breaks an invariant, with the smallest schedule found that still does. */
export interface Finding {
  readonly seed: number;
  readonly breaches: readonly Breach[];
  readonly schedule: Schedule;
}

/** How runs ended: how many there were, and in how many something was doubled, lost, stuck, hurried. */
export type Tally = { readonly schedules: number } & Readonly<Record<Figure, number>>;

export const emptyTally: Tally = { schedules: 0, doubled: 0, lost: 0, stuck: 0, hurried: 0 };

/** Both together. */
export const sum = (a: Tally, b: Tally): Tally => ({
  schedules: a.schedules + b.schedules,
  doubled: a.doubled + b.doubled,
  lost: a.lost + b.lost,
  stuck: a.stuck + b.stuck,
  hurried: a.hurried + b.hurried,
});

/** Plays the schedule that a seed stands for; what it breaks is shrunk, or `null`. */
export async function playSeed(engine: Engine, seed: number): Promise<Finding | null> {
  let breaches: readonly Breach[] = [];
  const property = fc.asyncProperty(anySchedule, async (schedule) => {
    const outcome = await play(engine, schedule);
    if (outcome.breaches.length > 0) breaches = outcome.breaches;
    return outcome.breaches.length === 0;
  });
  const checked = await fc.check(property, { seed, numRuns: 1 });
  const schedule = checked.counterexample?.[0];
  return schedule ? { seed, breaches, schedule } : null;
}

/** Plays `runs` seeds from `seed` on; hears of each finding, and of the tally from time to time. */
export async function playSeeds(
  engine: Engine,
  { seed, runs }: { seed: number; runs: number },
  hear: { found?: (finding: Finding) => void; tally?: (tally: Tally) => void } = {},
): Promise<Tally> {
  let tally = emptyTally;
  for (let run = 0; run < runs; run += 1) {
    const finding = await playSeed(engine, seed + run);
    const figures = new Set(finding?.breaches.map(({ invariant }) => invariants[invariant]));
    const count = (figure: Figure): number => (figures.has(figure) ? 1 : 0);
    const counted = {
      doubled: count("doubled"),
      lost: count("lost"),
      stuck: count("stuck"),
      hurried: count("hurried"),
    };
    tally = sum(tally, { schedules: 1, ...counted });
    if (finding) hear.found?.(finding);
    if (run % reportEvery === reportEvery - 1) hear.tally?.(tally);
  }
  return tally;
}

const reportEvery = 500;

/** The first seed, of `runs` from `seed` on, in which an engine breaks an invariant; `null` when it never does. */
export async function firstBreach(
  engine: Engine,
  invariant: Invariant,
  { seed, runs }: { seed: number; runs: number },
): Promise<Finding | null> {
  for (let run = 0; run < runs; run += 1) {
    const finding = await playSeed(engine, seed + run);
    if (finding?.breaches.some((breach) => breach.invariant === invariant)) return finding;
  }
  return null;
}

/** How a finding is told to a person, with the command that replays it. */
export function told({ seed, breaches, schedule }: Finding): string {
  const what = breaches.map(({ invariant, what }) => `  ${invariant}: ${what}`);
  return [
    `seed ${seed}: npm run test:faults -- --seed ${seed} --runs 1`,
    ...what,
    `  ${JSON.stringify(schedule)}`,
  ].join("\n");
}
