import type { Workspaces } from "../access/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import type { ReportMessage } from "./messages.ts";
import { nextDue, periodBefore } from "./period.ts";
import type { Reports } from "./ports.ts";

export interface PlanReportsDeps {
  readonly reports: Reports;
  readonly workspaces: Workspaces;
  readonly queue: Queue<ReportMessage>;
  readonly clock: Clock;
}

/**
 * Enqueues every report that is due, however long ago, and moves it on to its next time. A report is enqueued before it
 * is moved: a crash in between enqueues it again, which sends nothing twice.
 */
export async function planDueReports(deps: PlanReportsDeps): Promise<{ enqueued: number }> {
  const now = deps.clock.nowMs();
  let enqueued = 0;
  for (const report of await deps.reports.listDue(now)) {
    const workspace = await deps.workspaces.get(report.workspaceId);
    if (!workspace || report.nextDueAt === undefined) continue;
    const period = periodBefore(report.schedule, report.nextDueAt, workspace.timeZone);
    await deps.queue.send({ workspaceId: report.workspaceId, reportId: report.id, period });
    await deps.reports.advance(report, nextDue(report.schedule, workspace.timeZone, now));
    enqueued += 1;
  }
  return { enqueued };
}
