import type * as v from "valibot";
import type { Reports, reportLate, reportReaderChose, reportUndelivered } from "../reports/index.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";
import { settleCause } from "./settle-cause.ts";

type ReportDeps = RaiseDeps & { readonly reports: Pick<Reports, "get"> };
const kind = "report-undelivered";

/** A report did not reach a reader: one alert for a report and reader. */
export async function watchUndelivered(
  deps: ReportDeps,
  { workspaceId, data, occurredAt }: v.InferOutput<(typeof reportUndelivered)["schema"]>,
): Promise<void> {
  const { reportId, deliveryId, email, state, cause } = data;
  const report = await nameOf(deps, workspaceId, reportId);
  await raiseAlert(deps, workspaceId, {
    kind,
    cause: `${reportId}:${email}`,
    severity: "medium",
    params: { email, how: state, ...(cause && { cause }), report },
    evidence: [
      { key: `${deliveryId} ${state}`, what: "report", id: reportId, excerpt: report || email, at: occurredAt },
    ],
  });
}

/** A report had not gone out some time after it was due: one alert for a report. */
export async function watchLateReport(
  deps: ReportDeps,
  { workspaceId, data, occurredAt }: v.InferOutput<(typeof reportLate)["schema"]>,
): Promise<void> {
  const { reportId, from, dueAt, waiting } = data;
  const report = await nameOf(deps, workspaceId, reportId);
  await raiseAlert(deps, workspaceId, {
    kind,
    cause: `${reportId}:late`,
    severity: "medium",
    params: { how: "late", waiting, report },
    evidence: [{ key: `${from} ${dueAt}`, what: "report", id: reportId, excerpt: report, at: occurredAt }],
  });
}

/** A reader from outside stopped a report by the link in it, or has it again, which settles the alert. */
export async function watchReader(
  deps: ReportDeps,
  { id, workspaceId, data, occurredAt }: v.InferOutput<(typeof reportReaderChose)["schema"]>,
): Promise<void> {
  const { reportId, email, stopped, via } = data;
  if (via === "member") return;
  const cause = `${reportId}:${email}:stopped`;
  if (!stopped) {
    await settleCause(deps, workspaceId, kind, cause);
    return;
  }
  const report = await nameOf(deps, workspaceId, reportId);
  await raiseAlert(deps, workspaceId, {
    kind,
    cause,
    severity: "low",
    params: { email, how: "stopped", report },
    evidence: [{ key: id, what: "report", id: reportId, excerpt: report || email, at: occurredAt }],
  });
}

const nameOf = async (deps: ReportDeps, workspaceId: string, reportId: string): Promise<string> =>
  (await deps.reports.get(workspaceId, reportId))?.name ?? "";
