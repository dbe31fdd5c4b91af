import { systemClock } from "#core/kernel/clock.ts";
import { planDue } from "#core/publishing/index.ts";
import { readDueSources } from "#core/sources/index.ts";
import { log } from "../log.ts";
import { evergreens, planQueue, series, sources } from "../runtime.ts";

/** Every quarter of an hour: enqueues the planning whose time has come, and the sources that are to be read. */
export async function handler(): Promise<void> {
  const clock = systemClock;
  const [planned, read] = await Promise.all([
    planDue({ series: series(), evergreens: evergreens(), planQueue: planQueue(), clock }),
    readDueSources({ sources: sources(), sourceQueue: planQueue(), clock }),
  ]);
  log.info("plan", { ...planned, sources: read });
}
