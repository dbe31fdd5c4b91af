import { systemClock } from "#core/kernel/clock.ts";
import { planDueReports } from "#core/reports/index.ts";
import { log } from "../log.ts";
import { reportQueue, reports, workspaces } from "../runtime.ts";

/** Every five minutes: enqueues the reports that are due at their workspace's local time. */
export async function handler(): Promise<void> {
  const planned = await planDueReports({
    reports: reports(),
    workspaces: workspaces(),
    queue: reportQueue(),
    clock: systemClock,
  });
  log.info("reports planned", planned);
}
