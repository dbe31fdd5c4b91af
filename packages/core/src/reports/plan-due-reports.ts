import type { Workspaces } from "../access/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import { reportGraceMs } from "./check-report.ts";
import type { ReportMessage } from "./messages.ts";
import type { ReportSchedule } from "./model.ts";
import { nextDue, periodBefore } from "./period.ts";
import type { Reports } from "./ports.ts";

export interface PlanReportsDeps {
  readonly reports: Reports;
  readonly workspaces: Workspaces;
  readonly queue: Queue<ReportMessage>;
  readonly clock: Clock;
}

/**
 * Enqueues every report that is due, however long ago, and moves it on to its next time; what was missed meanwhile
 * follows one by one, except that of several daily ones only the newest is worth reading. Each is looked after by a check
 * after its grace. A report is enqueued before it is moved: a crash in between enqueues it again, which sends nothing
 * twice.
 */
export async function planDueReports(deps: PlanReportsDeps): Promise<{ enqueued: number }> {
  const now = deps.clock.nowMs();
  let enqueued = 0;
  for (const report of await deps.reports.listDue(now)) {
    const workspace = await deps.workspaces.get(report.workspaceId);
    if (!workspace || report.nextDueAt === undefined) continue;
    const { schedule, workspaceId, id: reportId } = report;
    const dueAt = worthSending(schedule, workspace.timeZone, report.nextDueAt, now);
    const period = periodBefore(schedule, dueAt, workspace.timeZone);
    const message = { workspaceId, reportId, kind: schedule.kind, period, dueAt };
    await deps.queue.sendAll([
      { message: { ...message, task: "send" } },
      { message: { ...message, task: "check" }, delayMs: Math.max(0, dueAt + reportGraceMs - now) },
    ]);
    await deps.reports.advance(report, nextDue(schedule, workspace.timeZone, dueAt));
    enqueued += 1;
  }
  return { enqueued };
}

/** Of daily reports that were missed, the last that was due by now; of the others the first. */
function worthSending(schedule: ReportSchedule, timeZone: string, dueAt: number, nowMs: number): number {
  if (schedule.kind !== "daily") return dueAt;
  const next = nextDue(schedule, timeZone, dueAt);
  return next > nowMs ? dueAt : worthSending(schedule, timeZone, next, nowMs);
}
