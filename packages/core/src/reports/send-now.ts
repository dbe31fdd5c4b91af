import * as v from "valibot";
import { authorize, emailSchema, type Workspaces } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { type Failure, invalid, notFound } from "../kernel/failure.ts";
import type { Queue } from "../kernel/queue.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import { reportGraceMs } from "./check-report.ts";
import type { ReportMessage } from "./messages.ts";
import { type Period, periodSchema, type Report } from "./model.ts";
import { periodBefore } from "./period.ts";
import type { ReportDeliveries, Reports } from "./ports.ts";

export const sendReportSchema = v.object({
  reportId: v.string(),
  /** Of which days; by default the last whole period of its schedule. */
  period: v.optional(periodSchema),
  /** Whom to send it once more although they have had it. `clientKey` makes the same wish one, however often it is sent. */
  again: v.optional(
    v.object({
      readers: v.pipe(v.array(emailSchema), v.minLength(1), v.maxLength(50)),
      clientKey: v.pipe(v.string(), v.uuid()),
    }),
  ),
});

export interface SendNowDeps {
  readonly reports: Pick<Reports, "get">;
  readonly deliveries: Pick<ReportDeliveries, "list">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly reportQueue: Queue<ReportMessage>;
  readonly clock: Clock;
}

/**
 * Has a report sent by hand. Who already got it for that period does not get it again, unless they are named; for a
 * reader added since, or one whose mail failed, no name is needed; a period that still runs is sent again when it is over. Whether it went out is looked after as for one that is
 * due. Gives the period.
 */
export async function sendReportNow(
  deps: SendNowDeps,
  actor: Actor,
  input: v.InferOutput<typeof sendReportSchema>,
): Promise<Result<Period, Failure>> {
  const allowed = authorize(actor, "manage-reports");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const [report, workspace] = await Promise.all([
    deps.reports.get(workspaceId, input.reportId),
    deps.workspaces.get(workspaceId),
  ]);
  if (!report || !workspace) return err(notFound());
  const now = deps.clock.nowMs();
  const period = input.period ?? periodBefore(report.schedule, now, workspace.timeZone);
  const today = dayOf(now, workspace.timeZone);
  const wrong = whatIsWrongWith(period, today);
  if (wrong) return err(wrong);
  const known = new Set(report.recipients.map(({ email }) => email));
  const stranger = input.again?.readers.findIndex((email) => !known.has(email)) ?? -1;
  if (stranger >= 0) return err(invalid("not-a-reader", { field: `again.readers.${stranger}` }));
  const kind = await kindOf(deps, report, input.period);
  const again = input.again && {
    id: derivedId("act", workspaceId, report.id, input.again.clientKey),
    by: actorName(actor),
    at: now,
    readers: input.again.readers,
  };
  const asOf = period.to >= today ? { asOf: today } : {};
  const message = { workspaceId, reportId: report.id, kind, period, dueAt: now, ...asOf, ...(again && { again }) };
  await deps.reportQueue.sendAll([
    { message: { ...message, task: "send" } },
    { message: { ...message, task: "check" }, delayMs: reportGraceMs },
  ]);
  return ok(period);
}

/** The most days a report can be about: a quarter of the year, the longest of them. */
const maxDays = 92;

/** Why a report of these days cannot be sent: they may still run, as the first days of a plan do, but must have begun. */
function whatIsWrongWith({ from, to }: Period, today: string): Failure | undefined {
  const field = "period";
  if (to < from) return invalid("not-a-period", { field });
  if (to > addDays(from, maxDays - 1)) return invalid("report-too-long", { field, params: { maxDays } });
  return from > today ? invalid("report-of-days-ahead", { field }) : undefined;
}

/** The kind a past period was sent as, should the report have been another kind then. */
async function kindOf(
  deps: SendNowDeps,
  report: Report,
  period: Period | undefined,
): Promise<Report["schedule"]["kind"]> {
  const sent = period && (await deps.deliveries.list(report.workspaceId, report.id));
  const same = sent?.find((delivery) => delivery.period.from === period?.from && delivery.period.to === period?.to);
  return same?.kind ?? report.schedule.kind;
}
