import type { Members } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Suspension, type Suspensions, suspensionOf } from "../mailing/index.ts";
import type { ReportDelivery } from "./delivery.ts";
import type { ReaderChoices, ReportDeliveries, Reports } from "./ports.ts";
import type { ReaderChoice } from "./reader-choice.ts";

export interface ReadDeliveriesDeps {
  readonly reports: Pick<Reports, "get">;
  readonly deliveries: Pick<ReportDeliveries, "list">;
  readonly choices: Pick<ReaderChoices, "list">;
  readonly suspensions: Pick<Suspensions, "get">;
  readonly members: Pick<Members, "list">;
}

/** A reader of a report as they stand: whether they belong to the workspace, and what keeps mail from them. */
export interface ReaderStanding {
  readonly email: string;
  readonly isMember: boolean;
  /** What they decided last, when that is to get it no more. */
  readonly stopped?: ReaderChoice | undefined;
  readonly suspended?: Suspension | undefined;
}

/** What became of each mail of a report, the newest period first, and how its readers stand. */
export async function readDeliveries(
  deps: ReadDeliveriesDeps,
  actor: Actor,
  input: { reportId: string },
): Promise<Result<{ deliveries: readonly ReportDelivery[]; readers: readonly ReaderStanding[] }, Failure>> {
  const { workspaceId } = actor;
  const report = await deps.reports.get(workspaceId, input.reportId);
  if (!report) return err(notFound());
  const [deliveries, choices, members, suspensions] = await Promise.all([
    deps.deliveries.list(workspaceId, report.id),
    deps.choices.list(workspaceId, report.id),
    deps.members.list(workspaceId),
    Promise.all(report.recipients.map(({ email }) => suspensionOf(deps, workspaceId, email))),
  ]);
  const readers = report.recipients.map(({ email }, index) => ({
    email,
    isMember: members.some((member) => member.email === email),
    stopped: choices.find((choice) => choice.email === email && choice.stopped),
    suspended: suspensions[index],
  }));
  return ok({ deliveries, readers });
}
