import type { Report, ReportDeliveries, ReportDelivery, Reports } from "../../reports/index.ts";
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
    return endingOfPeriod(report, ofPeriod);
  }
  if (!report.recipients.some(({ email }) => email === params.email)) return "reader-removed";
  if (params.how === "stopped") return undefined;
  const later = (await deps.reportDeliveries.list(workspaceId, report.id)).some(
    ({ recipient, state, changedAt }) =>
      recipient.email === params.email && state === "delivered" && changedAt > newest.at,
  );
  return later ? "delivered" : undefined;
}

/** Once every reader's mail has had its end: whether it went to anybody. What kept it from each is told for itself. */
function endingOfPeriod({ recipients }: Report, deliveries: readonly ReportDelivery[]): Ending | undefined {
  const byEmail = new Map(Map.groupBy(deliveries, ({ recipient }) => recipient.email));
  const ended = recipients.map(({ email }) => byEmail.get(email)?.filter(isUnderway) ?? []);
  if (ended.some((mails) => mails.length === 0)) return undefined;
  return ended.flat().some(({ state }) => state === "sent" || state === "delivered") ? "delivered" : "not-delivered";
}

/** With the mail service, back from it, or held back for a reason that is told for itself. */
const isUnderway = ({ state, withheld }: ReportDelivery): boolean =>
  withheld !== undefined || (state !== "waiting" && state !== "armed");
