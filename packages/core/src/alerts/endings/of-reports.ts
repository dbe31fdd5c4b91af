import type { ReportDeliveries, ReportDelivery, Reports } from "../../reports/index.ts";
import type { Alert } from "../model.ts";
import type { Ending } from "./ending.ts";

export interface ReportEndingDeps {
  readonly reports: Pick<Reports, "get">;
  readonly reportDeliveries: Pick<ReportDeliveries, "list">;
}

/**
 * A report that did not reach a reader, or reached none in time: it has since, or is not meant for them any more. What a
 * reader stopped by themselves ends with their own word.
 */
export async function endingOfUndelivered(deps: ReportEndingDeps, alert: Alert): Promise<Ending | undefined> {
  const { workspaceId, params } = alert;
  const newest = alert.evidence.at(-1);
  if (!newest) return undefined;
  const report = await deps.reports.get(workspaceId, newest.id);
  if (!report) return "report-removed";
  if (params.how === "late") {
    const [from = ""] = newest.key.split(" ");
    const ofPeriod = (await deps.reportDeliveries.list(workspaceId, report.id)).filter(
      ({ period }) => period.from === from,
    );
    const opened = new Map(Map.groupBy(ofPeriod, ({ recipient }) => recipient.email));
    return report.recipients.every(({ email }) => opened.get(email)?.some(isUnderway)) ? "delivered" : undefined;
  }
  if (!report.recipients.some(({ email }) => email === params.email)) return "reader-removed";
  if (params.how === "stopped") return undefined;
  const later = (await deps.reportDeliveries.list(workspaceId, report.id)).some(
    ({ recipient, state, changedAt }) =>
      recipient.email === params.email && state === "delivered" && changedAt > newest.at,
  );
  return later ? "delivered" : undefined;
}

/** With the mail service, back from it, or held back for a reason that is told for itself. */
const isUnderway = ({ state, withheld }: ReportDelivery): boolean =>
  withheld !== undefined || (state !== "waiting" && state !== "armed");
