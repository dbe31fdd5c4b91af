import { foot } from "../i18n/mail/report-foot.ts";
import type { Mail } from "../kernel/mail.ts";
import { mailToken } from "../kernel/mail-link.ts";
import { escapeHtml } from "../kernel/mail-sheet.ts";
import type { RenderedReport } from "./content.ts";
import type { ReportDelivery } from "./delivery.ts";
import { deliveryTags } from "./messages.ts";

export interface LetterFacts {
  readonly delivery: ReportDelivery;
  readonly rendered: RenderedReport;
  /** In the links of this mail; its hash is the delivery's. */
  readonly secret: string;
  /** Members choose in the dashboard what they get; others by the link. */
  readonly isMember: boolean;
  readonly publicUrl: string;
}

/**
 * A report as the mail of one reader. Somebody outside gets the headers by which mail programs offer to unsubscribe with
 * one click (RFC 2369, RFC 8058), and the same link in the text.
 */
export function reportMail({ delivery, rendered, secret, isMember, publicUrl }: LetterFacts): Mail {
  const { recipient, workspaceId, id } = delivery;
  const link = isMember ? `${publicUrl}/reports` : `${publicUrl}/api/unsubscribe/${mailToken(delivery, secret)}`;
  const words = foot[recipient.language];
  const said = isMember ? words.member : words.outside;
  return {
    to: { address: recipient.email, name: recipient.name },
    subject: rendered.subject,
    html: rendered.html.replace("</body>", () => `${footHtml(said, link)}</body>`),
    text: `${rendered.text}\n${said}: ${link}\n`,
    ...(!isMember && {
      headers: { "List-Unsubscribe": `<${link}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
    }),
    tags: { [deliveryTags.workspace]: workspaceId, [deliveryTags.delivery]: id },
    attachments: attachmentsOf(rendered),
  };
}

/** Small print under everything, in a colour that can be read on light and on dark paper. */
const footHtml = (said: string, link: string): string =>
  `<div style="padding:0 8px 32px;text-align:center;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:12px;line-height:1.45"><a href="${escapeHtml(link)}" style="color:#757986">${escapeHtml(said)}</a></div>`;

const attachmentsOf = (report: RenderedReport): NonNullable<Mail["attachments"]> => [
  ...report.images.map(({ contentId, fileName, png }) => ({
    contentId,
    fileName,
    contentType: "image/png",
    content: png,
  })),
  { fileName: report.pdf.fileName, contentType: "application/pdf", content: report.pdf.bytes },
  { fileName: report.csv.fileName, contentType: "text/csv", content: new TextEncoder().encode(report.csv.text) },
];
