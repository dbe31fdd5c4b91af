import { parentPort, workerData } from "node:worker_threads";
import { dopysEngine } from "./engine.ts";
import { playSeeds } from "./random-runs.ts";
import type { Report } from "./run.ts";

/** One thread's share of `run.ts`. */
const share: { seed: number; runs: number } = workerData;
const report = (message: Report): void => parentPort?.postMessage(message);

const tally = await playSeeds(dopysEngine, share, {
  found: (found) => report({ found }),
  tally: (soFar) => report({ tally: soFar }),
});
report({ tally });
