import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { authorize, type Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { conflict, type Failure, invalid, notFound } from "../kernel/failure.ts";
import { newId, versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { channelIdsSchema, type Report, reportSchema, sectionsOfKind, sectionsSchema } from "./model.ts";
import { nextDue } from "./period.ts";
import type { Reports } from "./ports.ts";

export const createReportSchema = v.object({
  ...v.pick(reportSchema, ["name", "schedule", "channelIds", "recipients"]).entries,
  /** Absent: what is usual for the kind. */
  sections: v.optional(sectionsSchema),
});
export const editReportSchema = v.object({
  ...v.partial(v.pick(reportSchema, ["name", "schedule", "recipients", "paused"])).entries,
  sections: v.optional(sectionsSchema),
  /** `null`: all channels. */
  channelIds: v.optional(v.nullable(channelIdsSchema)),
  version: versionSchema,
});

export interface DefineReportDeps {
  readonly reports: Reports;
  readonly workspaces: Workspaces;
  readonly channels: Pick<Channels, "list">;
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
  const [workspace, stranger] = await Promise.all([
    deps.workspaces.get(actor.workspaceId),
    strangerAmong(deps, actor.workspaceId, input.channelIds ?? []),
  ]);
  if (!workspace) return err(notFound());
  if (stranger) return err(stranger);
  const now = deps.clock.nowMs();
  const report: Report = {
    id: newId("rep", now),
    workspaceId: actor.workspaceId,
    ...input,
    sections: input.sections ?? sectionsOfKind[input.schedule.kind],
    paused: false,
    nextDueAt: nextDue(input.schedule, workspace.timeZone, now),
    createdAt: now,
    version: 1,
  };
  await deps.reports.create(report);
  return ok(report);
}

/** Takes a report away: it goes out no more. What was sent of it stays where it is. */
export async function removeReport(
  deps: Pick<DefineReportDeps, "reports">,
  actor: Actor,
  reportId: string,
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "manage-reports");
  if (!allowed.ok) return allowed;
  if (!(await deps.reports.get(actor.workspaceId, reportId))) return err(notFound());
  await deps.reports.remove(actor.workspaceId, reportId);
  return ok(undefined);
}

/** Changes a report; a new schedule, or going on after a pause, counts from now. */
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
  const { version, channelIds, ...change } = input;
  const known = report.channelIds ?? [];
  const added = channelIds?.filter((id) => !known.includes(id)) ?? [];
  const stranger = await strangerAmong(deps, actor.workspaceId, added);
  if (stranger) return err(stranger);
  const changed: Report = { ...report, ...change, version: version + 1 };
  if (channelIds !== undefined) changed.channelIds = channelIds ?? undefined;
  const kept = isDeepStrictEqual(changed.schedule, report.schedule) ? report.nextDueAt : undefined;
  const next = () => kept ?? nextDue(changed.schedule, workspace.timeZone, deps.clock.nowMs());
  const written = { ...changed, nextDueAt: changed.paused ? undefined : next() };
  return (await deps.reports.replace(written)) ? ok(written) : err(conflict("changed-meanwhile"));
}

/** The failure that a channel is none of the workspace's; looks only where channels are named. */
async function strangerAmong(
  { channels }: Pick<DefineReportDeps, "channels">,
  workspaceId: string,
  channelIds: readonly string[],
): Promise<Failure | undefined> {
  if (channelIds.length === 0) return undefined;
  const known = new Set((await channels.list(workspaceId)).map(({ id }) => id));
  return channelIds.every((id) => known.has(id)) ? undefined : invalid("unknown-channel", { field: "channelIds" });
}
