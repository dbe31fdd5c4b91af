import type * as v from "valibot";
import type { Reports, reportDelivered, reportLate, reportReaderChose, reportUndelivered } from "../reports/index.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";
import { endCause, type SettleDeps, settleCause } from "./settle-alert.ts";

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
    await endCause(deps, workspaceId, kind, cause, "reader-returned");
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

/** A report arrived after it was late, or once it was sent again: what was raised over it may have ended. */
export async function settleDelivered(
  deps: SettleDeps,
  { workspaceId, data }: v.InferOutput<(typeof reportDelivered)["schema"]>,
): Promise<void> {
  const { reportId, email } = data;
  for (const of of [email, "late"]) await settleCause(deps, workspaceId, kind, `${reportId}:${of}`);
}

const nameOf = async (deps: ReportDeps, workspaceId: string, reportId: string): Promise<string> =>
  (await deps.reports.get(workspaceId, reportId))?.name ?? "";
