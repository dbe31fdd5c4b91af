import type { Members } from "../access/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import type { Language } from "../kernel/language.ts";
import type { Mailer } from "../kernel/mail.ts";
import { armedGraceMs, mailOnce, nextAct } from "../kernel/mail-course.ts";
import type { Queue } from "../kernel/queue.ts";
import { hashOfSecret, newSecret } from "../kernel/secret.ts";
import type { Suspensions } from "../mailing/index.ts";
import { barrierOf } from "./barrier.ts";
import type { RenderedReport, ReportContent } from "./content.ts";
import { type Barrier, deliveryFor, type ReportDelivery, readersOf } from "./delivery.ts";
import { undelivered } from "./events.ts";
import type { ReportMessage } from "./messages.ts";
import { scopeOf } from "./model.ts";
import type { ReaderChoices, RenderReport, ReportDeliveries, ReportSource, Reports } from "./ports.ts";
import { reportMail } from "./report-mail.ts";

export interface SendReportDeps {
  readonly reports: Reports;
  readonly deliveries: ReportDeliveries;
  readonly choices: ReaderChoices;
  readonly suspensions: Pick<Suspensions, "get">;
  readonly members: Pick<Members, "list">;
  readonly source: ReportSource;
  readonly render: RenderReport;
  readonly mailer: Mailer;
  readonly queue: Queue<ReportMessage>;
  readonly events: EventPublisher;
  readonly clock: Clock;
  readonly publicUrl: string;
}

/**
 * Builds a report of a period and mails it to each reader once. A delivery is armed before the mail service is asked
 * and recorded after; one that is armed without a record is asked for again only when the mail service's own events
 * (which settle it) have had time to arrive and none did. Nothing goes to a suspended address, or to a reader who wants
 * none. Throws after all readers were tried if one of them failed, so that the queue tries again.
 */
export async function sendReport(deps: SendReportDeps, message: ReportMessage): Promise<{ sent: number }> {
  const report = await deps.reports.get(message.workspaceId, message.reportId);
  if (!report) return { sent: 0 };
  const now = deps.clock.nowMs();
  const readers = readersOf(report.recipients, message);
  const opened = await Promise.all(readers.map((reader) => deps.deliveries.open(deliveryFor(message, reader, now))));
  const due = opened.filter((delivery) => nextAct(delivery, now) === "send");
  const outcomes = { sent: 0, failed: 0 };
  const free = await withoutBarrier(deps, due);
  if (free.length > 0) {
    const content = await deps.source.collect(message.workspaceId, {
      ...scopeOf(report, message.period),
      kind: message.kind,
    });
    const rendered = renderOnce(deps.render, content);
    const members = new Set((await deps.members.list(message.workspaceId)).map(({ email }) => email));
    for (const delivery of free) {
      const isMember = members.has(delivery.recipient.email);
      outcomes[await sendOne(deps, delivery, isMember, rendered)] += 1;
    }
  }
  if (opened.some((delivery) => nextAct(delivery, now) === "wait")) {
    await deps.queue.send(message, { delayMs: armedGraceMs });
  }
  if (outcomes.failed > 0) throw new Error(`${outcomes.failed} mails of report ${report.id} were not taken`);
  return { sent: outcomes.sent };
}

/** The deliveries that nothing stands in the way of; the others are noted as withheld. */
async function withoutBarrier(deps: SendReportDeps, due: readonly ReportDelivery[]): Promise<ReportDelivery[]> {
  const free: ReportDelivery[] = [];
  for (const delivery of due) {
    const barrier = await barrierOf(deps, delivery);
    if (barrier) await withhold(deps, delivery, barrier);
    else free.push({ ...delivery, withheld: undefined });
  }
  return free;
}

/** Says once of a delivery that a suspended address did not get it; a reader who wants none misses nothing. */
async function withhold(deps: SendReportDeps, delivery: ReportDelivery, because: Barrier): Promise<void> {
  if (delivery.withheld?.because === because) return;
  if (because === "suspended") await deps.events.publish([undelivered(deps.clock, delivery, "suspended")]);
  const at = deps.clock.nowMs();
  await deps.deliveries.replace({
    ...delivery,
    withheld: { because, at },
    changedAt: at,
    version: delivery.version + 1,
  });
}

/** Each language is rendered once, however many read it. */
function renderOnce(render: RenderReport, content: ReportContent): (language: Language) => Promise<RenderedReport> {
  const made = new Map<Language, Promise<RenderedReport>>();
  return (language) => {
    const present = made.get(language) ?? render(content, language);
    made.set(language, present);
    return present;
  };
}

async function sendOne(
  deps: SendReportDeps,
  delivery: ReportDelivery,
  isMember: boolean,
  render: (language: Language) => Promise<RenderedReport>,
): Promise<"sent" | "failed"> {
  const rendered = await render(delivery.recipient.language);
  const secret = newSecret();
  const linked = { ...delivery, secretHashes: [...delivery.secretHashes, hashOfSecret(secret)] };
  const mail = reportMail({ delivery, rendered, secret, isMember, publicUrl: deps.publicUrl });
  const outcome = await mailOnce({ ...deps, replace: deps.deliveries.replace }, linked, mail);
  if (outcome === "failed") await deps.events.publish([undelivered(deps.clock, delivery, "failed")]);
  return outcome === "sent" ? "sent" : "failed";
}
