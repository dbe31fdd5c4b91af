import * as v from "valibot";
import { authorize, type Workspaces } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { newId, versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Report, reportSchema } from "./model.ts";
import { nextDue } from "./period.ts";
import type { Reports } from "./ports.ts";

export const createReportSchema = v.pick(reportSchema, ["name", "schedule", "recipients"]);
export const editReportSchema = v.object({
  ...v.partial(v.pick(reportSchema, ["name", "schedule", "recipients", "paused"])).entries,
  version: versionSchema,
});

export interface DefineReportDeps {
  readonly reports: Reports;
  readonly workspaces: Workspaces;
  readonly clock: Clock;
}

/** Creates a report that goes out from its next due time on. */
export async function createReport(
  deps: DefineReportDeps,
  actor: Actor,
  input: v.InferOutput<typeof createReportSchema>,
): Promise<Result<Report, Failure>> {
  const allowed = authorize(actor, "manage-reports");
  if (!allowed.ok) return allowed;
  const workspace = await deps.workspaces.get(actor.workspaceId);
  if (!workspace) return err(notFound());
  const now = deps.clock.nowMs();
  const report: Report = {
    id: newId("rep", now),
    workspaceId: actor.workspaceId,
    ...input,
    paused: false,
    nextDueAt: nextDue(input.schedule, workspace.timeZone, now),
    createdAt: now,
    version: 1,
  };
  await deps.reports.create(report);
  return ok(report);
}

/** Changes a report; a new schedule counts from now. */
export async function editReport(
  deps: DefineReportDeps,
  actor: Actor,
  reportId: string,
  input: v.InferOutput<typeof editReportSchema>,
): Promise<Result<Report, Failure>> {
  const allowed = authorize(actor, "manage-reports");
  if (!allowed.ok) return allowed;
  const [workspace, report] = await Promise.all([
    deps.workspaces.get(actor.workspaceId),
    deps.reports.get(actor.workspaceId, reportId),
  ]);
  if (!workspace || !report) return err(notFound());
  const { version, ...change } = input;
  const changed = { ...report, ...change, version: version + 1 };
  const nextDueAt = changed.paused ? undefined : nextDue(changed.schedule, workspace.timeZone, deps.clock.nowMs());
  const written = { ...changed, nextDueAt };
  return (await deps.reports.replace(written)) ? ok(written) : err(conflict("changed-meanwhile"));
}
