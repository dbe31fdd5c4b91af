import { systemClock } from "#core/kernel/clock.ts";
import { planDue } from "#core/publishing/index.ts";
import { log } from "../log.ts";
import { evergreens, planQueue, series } from "../runtime.ts";

/** Every quarter of an hour: enqueues the planning whose time has come. */
export async function handler(): Promise<void> {
  log.info(
    "plan",
    await planDue({ series: series(), evergreens: evergreens(), planQueue: planQueue(), clock: systemClock }),
  );
}
