import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { EventPublisher } from "../kernel/events.ts";
import type { Language } from "../kernel/language.ts";
import type { Mailer } from "../kernel/mail.ts";
import { armedGraceMs, mailOnce, nextAct, notMailed } from "../kernel/mail-course.ts";
import type { Queue } from "../kernel/queue.ts";
import type { RenderedReport, ReportContent } from "./content.ts";
import { undelivered } from "./events.ts";
import { deliveryTags, type ReportMessage } from "./messages.ts";
import { type Recipient, type ReportDelivery, scopeOf } from "./model.ts";
import type { RenderReport, ReportDeliveries, ReportSource, Reports } from "./ports.ts";

export interface SendReportDeps {
  readonly reports: Reports;
  readonly deliveries: ReportDeliveries;
  readonly source: ReportSource;
  readonly render: RenderReport;
  readonly mailer: Mailer;
  readonly queue: Queue<ReportMessage>;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/**
 * Builds a report of a period and mails it to each reader once. A delivery is armed before the mail service is asked
 * and recorded after; one that is armed without a record is asked for again only when the mail service's own events
 * (which settle it) have had time to arrive and none did. Throws after all readers were tried if one of them failed, so
 * that the queue tries again.
 */
export async function handleReportMessage(deps: SendReportDeps, message: ReportMessage): Promise<{ sent: number }> {
  const report = await deps.reports.get(message.workspaceId, message.reportId);
  if (!report) return { sent: 0 };
  const opened = await Promise.all(report.recipients.map((recipient) => openDelivery(deps, message, recipient)));
  const now = deps.clock.nowMs();
  const toSend = opened.filter((delivery) => nextAct(delivery, now) === "send");
  const outcomes = { sent: 0, failed: 0 };
  if (toSend.length > 0) {
    const content = await deps.source.collect(message.workspaceId, scopeOf(report, message.period));
    const rendered = renderOnce(deps.render, content);
    for (const delivery of toSend) outcomes[await sendOne(deps, delivery, rendered)] += 1;
  }
  if (opened.some((delivery) => nextAct(delivery, now) === "wait")) {
    await deps.queue.send(message, { delayMs: armedGraceMs });
  }
  if (outcomes.failed > 0) throw new Error(`${outcomes.failed} mails of report ${report.id} were not taken`);
  return { sent: outcomes.sent };
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

function openDelivery(deps: SendReportDeps, message: ReportMessage, recipient: Recipient): Promise<ReportDelivery> {
  return deps.deliveries.open({
    id: derivedId(
      "mail",
      message.workspaceId,
      message.reportId,
      message.period.from,
      message.period.to,
      recipient.email,
    ),
    workspaceId: message.workspaceId,
    reportId: message.reportId,
    period: message.period,
    recipient,
    ...notMailed(deps.clock.nowMs()),
  });
}

async function sendOne(
  deps: SendReportDeps,
  delivery: ReportDelivery,
  rendered: (language: Language) => Promise<RenderedReport>,
): Promise<"sent" | "failed"> {
  const mail = toMail(delivery, await rendered(delivery.recipient.language));
  const outcome = await mailOnce({ ...deps, replace: deps.deliveries.replace }, delivery, mail);
  if (outcome === "failed") await deps.events.publish([undelivered(deps.clock, delivery, "failed")]);
  return outcome === "sent" ? "sent" : "failed";
}

const toMail = (delivery: ReportDelivery, report: RenderedReport) => ({
  to: { address: delivery.recipient.email, name: delivery.recipient.name },
  subject: report.subject,
  html: report.html,
  text: report.text,
  tags: { [deliveryTags.workspace]: delivery.workspaceId, [deliveryTags.delivery]: delivery.id },
  attachments: [
    ...report.images.map(({ contentId, fileName, png }) => ({
      contentId,
      fileName,
      contentType: "image/png",
      content: png,
    })),
    { fileName: report.pdf.fileName, contentType: "application/pdf", content: report.pdf.bytes },
    { fileName: report.csv.fileName, contentType: "text/csv", content: new TextEncoder().encode(report.csv.text) },
  ],
});
