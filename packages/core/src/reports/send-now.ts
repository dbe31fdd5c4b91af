import * as v from "valibot";
import { authorize, type Workspaces } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, invalid, notFound } from "../kernel/failure.ts";
import type { Queue } from "../kernel/queue.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { ReportMessage } from "./messages.ts";
import { type Period, periodSchema, type ReportDelivery } from "./model.ts";
import { periodBefore } from "./period.ts";
import type { ReportDeliveries, Reports } from "./ports.ts";

/** Which report, and of which days; by default the last whole period of its schedule. */
export const sendReportSchema = v.object({ reportId: v.string(), period: v.optional(periodSchema) });

/**
 * Has a report sent by hand. Who already got it for that period does not get it again; for a reader added since, or one
 * whose mail failed, this is the way. Gives the period.
 */
export async function sendReportNow(
  deps: { reports: Reports; workspaces: Workspaces; reportQueue: Queue<ReportMessage>; clock: Clock },
  actor: Actor,
  input: v.InferOutput<typeof sendReportSchema>,
): Promise<Result<Period, Failure>> {
  const allowed = authorize(actor, "manage-reports");
  if (!allowed.ok) return allowed;
  const [report, workspace] = await Promise.all([
    deps.reports.get(actor.workspaceId, input.reportId),
    deps.workspaces.get(actor.workspaceId),
  ]);
  if (!report || !workspace) return err(notFound());
  const period = input.period ?? periodBefore(report.schedule, deps.clock.nowMs(), workspace.timeZone);
  if (period.to < period.from) return err(invalid("not-a-period", { field: "period" }));
  await deps.reportQueue.send({ workspaceId: actor.workspaceId, reportId: report.id, period });
  return ok(period);
}

/** What became of each mail of a report, the newest period first. */
export async function listReportDeliveries(
  deps: { reports: Reports; deliveries: ReportDeliveries },
  actor: Actor,
  input: { reportId: string },
): Promise<Result<readonly ReportDelivery[], Failure>> {
  const report = await deps.reports.get(actor.workspaceId, input.reportId);
  if (!report) return err(notFound());
  return ok(await deps.deliveries.list(actor.workspaceId, report.id));
}
