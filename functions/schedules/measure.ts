import { planMeasurements } from "#core/insights/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { log } from "../log.ts";
import { channels, measureQueue, workspaces } from "../runtime.ts";

/** Every hour: enqueues the channel days whose figures are due. */
export async function handler(): Promise<void> {
  const planned = await planMeasurements({
    workspaces: workspaces(),
    channels: channels(),
    measureQueue: measureQueue(),
    clock: systemClock,
  });
  log.info("measurements planned", { planned });
}
