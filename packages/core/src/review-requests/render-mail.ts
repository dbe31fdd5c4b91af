import { reviewRequestTexts } from "../i18n/review-request.ts";
import { escapeHtml as e } from "../kernel/mail-sheet.ts";
import type { ReviewRequest } from "./model.ts";
import type { RequestText } from "./settings.ts";

export interface RequestLetter {
  readonly text: RequestText;
  /** Who asks. */
  readonly company: string;
  readonly request: Pick<ReviewRequest, "name" | "language">;
  /** Of the page on which a person answers. */
  readonly link: string;
}

const sans = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const styles = `@media (prefers-color-scheme:dark){
.paper{background:#15161A!important}.raised{background:#1D1F25!important;border-color:#2B2E36!important}
.ink{color:#ECEBE6!important}.soft{color:#A9ACB8!important}.accent{color:#8CA3FF!important}}
@media (max-width:480px){.pad{padding:24px 20px!important}}`;

/** What the mail fills in. */
export const requestPlaces: readonly string[] = ["{name}", "{company}"];

/** The name and the company in a text; without a name, what stands around it goes too. */
export const filledIn = (text: string, name: string | undefined, company: string): string =>
  (name === undefined ? text.replaceAll(/,? ?\{name\}/g, "") : text.replaceAll("{name}", name)).replaceAll(
    "{company}",
    company,
  );

/**
 * The mail that asks: the company's own, with one button. It is the same for everybody; where a review is left is shown on
 * the page behind the button, before and after any answer.
 */
export function renderRequestMail({ text, company, request, link }: RequestLetter): {
  subject: string;
  html: string;
  text: string;
} {
  const { language, name } = request;
  const { mail } = reviewRequestTexts(language);
  const subject = filledIn(text.subject, name, company);
  const body = filledIn(text.body, name, company);
  const unsubscribe = `${link}/unsubscribe`;
  const paragraphs = body
    .split(/\n{2,}/)
    .map((part) => `<p style="margin:0 0 16px">${e(part).replaceAll("\n", "<br>")}</p>`)
    .join("\n");
  const small = `${sans};font-size:13px;line-height:1.45;color:#5A5D68`;
  return {
    subject,
    text: `${[company, body, `${mail.button}: ${link}`, mail.sameForAll, `${mail.why(company)}\n${mail.unsubscribe}: ${unsubscribe}`].join("\n\n")}\n`,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${e(subject)}</title><style>${styles}</style></head>
<body class="paper" style="margin:0;padding:0;background:#FBFAF6">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="paper" style="background:#FBFAF6"><tr><td align="center" style="padding:24px 8px">
<table role="presentation" width="520" cellpadding="0" cellspacing="0" class="raised" style="width:100%;max-width:520px;background:#FFFFFF;border:1px solid #E4E1D8;border-radius:10px">
<tr><td class="pad ink" style="padding:32px;${sans};font-size:16px;line-height:1.5;color:#1B1C21;overflow-wrap:anywhere">
<p class="ink" style="margin:0 0 20px;font-family:Georgia,'Noto Serif',serif;font-size:22px;font-weight:600;color:#1B1C21">${e(company)}</p>
${paragraphs}
<p style="margin:8px 0 20px"><a href="${e(link)}" style="display:inline-block;padding:12px 24px;background:#3457D5;color:#FFFFFF;font-weight:600;text-decoration:none;border-radius:6px">${e(mail.button)}</a></p>
<p class="soft" style="margin:0;${small}">${e(mail.sameForAll)}</p>
</td></tr></table>
<div class="soft" style="${small};max-width:520px;padding:16px 24px">${e(mail.why(company))}<br><a class="accent" href="${e(unsubscribe)}" style="color:#3457D5">${e(mail.unsubscribe)}</a></div>
</td></tr></table></body></html>`,
  };
}
