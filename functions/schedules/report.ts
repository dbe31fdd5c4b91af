import { wakeDueAlerts } from "#core/alerts/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { planDueReports } from "#core/reports/index.ts";
import { wakeDueRequests } from "#core/review-requests/index.ts";
import { log } from "../log.ts";
import { alerts, events, reportQueue, reports, reviewRequests, workspaces } from "../runtime.ts";

/**
 * Every five minutes: enqueues the reports that are due at their workspace's local time; announces alerts that nobody has acknowledged in time,
 * and the customers who are to be asked for a review.
 */
export async function handler(): Promise<void> {
  const planned = await planDueReports({
    reports: reports(),
    workspaces: workspaces(),
    queue: reportQueue(),
    clock: systemClock,
  });
  const woken = await wakeDueAlerts({ alerts: alerts(), events: events(), clock: systemClock });
  const requests = await wakeDueRequests({ requests: reviewRequests(), events: events(), clock: systemClock });
  log.info("reports planned", { ...planned, alerts: woken, requests });
}
