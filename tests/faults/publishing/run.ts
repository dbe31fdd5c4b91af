import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { naiveEngines } from "./naive/index.ts";
import { emptyTally, type Finding, firstBreach, sum, type Tally, told } from "./random-runs.ts";

/**
 * `npm run test:faults -- --runs N --seed S --json`: plays the schedules of the seeds S to S+N-1, on every core, and the
 * naive engines until each is caught. Ends with one line of figures; fails when one of them is not as it should be.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});
const runs = wholeNumber("runs", values.runs);
const seed = wholeNumber("seed", values.seed);
const threads = Math.min(availableParallelism(), runs);
const chunk = Math.ceil(runs / threads);
const began = performance.now();
const tallies: Tally[] = Array(threads).fill(emptyTally);
let shownAt = began;

/** What a thread reports. */
export type Report = { readonly tally: Tally } | { readonly found: Finding };

await Promise.all(
  tallies.map((_, thread) => {
    const from = thread * chunk;
    const share = { seed: seed + from, runs: Math.max(0, Math.min(chunk, runs - from)) };
    const worker = new Worker(new URL("./run-thread.ts", import.meta.url), { workerData: share });
    worker.on("message", (report: Report) => {
      if ("found" in report) console.error(told(report.found));
      else tallies[thread] = report.tally;
      showProgress();
    });
    return new Promise<void>((resolve, reject) => {
      worker.once("error", reject);
      worker.once("exit", () => resolve());
    });
  }),
);
const total = tallies.reduce(sum, emptyTally);
const caught = await Promise.all(
  naiveEngines.map(({ engine, breaks }) => firstBreach(engine, breaks, { seed, runs: 20_000 })),
);
const naiveEnginesCaught = caught.filter((finding) => finding !== null).length;
if (values.json) {
  console.log(JSON.stringify({ ...total, naiveEnginesCaught }));
} else {
  console.log(`${total.schedules} schedules: ${figuresOf(total)}`);
  console.log(`${naiveEnginesCaught} of ${naiveEngines.length} naive engines caught`);
}
const isGood =
  total.doubled + total.lost + total.stuck + total.hurried === 0 && naiveEnginesCaught === naiveEngines.length;
process.exitCode = isGood ? 0 : 1;

function showProgress(): void {
  const now = performance.now();
  if (now - shownAt < 10_000) return;
  shownAt = now;
  const soFar = tallies.reduce(sum, emptyTally);
  const rate = Math.round((soFar.schedules / (now - began)) * 1000);
  console.error(`${soFar.schedules}/${runs} (${rate}/s): ${figuresOf(soFar)}`);
}

function figuresOf({ doubled, lost, stuck, hurried }: Tally): string {
  return `${doubled} doubled, ${lost} lost, ${stuck} stuck, ${hurried} hurried`;
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  console.error(`--${name} takes a whole number above 0, not "${text}"`);
  return process.exit(2);
}
