import type { Language } from "./language.ts";

/** A short letter: what it says, perhaps in somebody's words, and one thing to do. */
export interface MailSheet {
  readonly language: Language;
  readonly lead: string;
  /** What a person wrote, shown as theirs. */
  readonly quote?: string;
  readonly button: { readonly text: string; readonly link: string };
  /** In small print below. */
  readonly note: string;
}

/** Text as it stands in HTML, also within an attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";

/** The letter as HTML that reads well in mail programs, and as plain text. */
export function mailSheet({ language, lead, quote, button, note }: MailSheet): { html: string; text: string } {
  const quoted = quote
    ? `<p style="margin:0 0 24px;padding:0 0 0 12px;border-left:2px solid #E4E1D8;font-style:italic;white-space:pre-wrap">${escapeHtml(quote)}</p>\n`
    : "";
  return {
    text: `${[lead, ...(quote ? [`> ${quote.replaceAll("\n", "\n> ")}`] : []), `${button.text}: ${button.link}`, note].join("\n\n")}\n`,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:32px 16px;background:#FBFAF6;color:#1B1C21;${font};font-size:16px;line-height:1.45">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:480px;background:#FFFFFF;border:1px solid #E4E1D8;border-radius:10px">
<tr><td style="padding:32px">
<p style="margin:0 0 24px;font-family:Georgia,'Noto Serif',serif;font-size:20px">Dopys</p>
<p style="margin:0 0 24px">${escapeHtml(lead)}</p>
${quoted}<p style="margin:0 0 24px"><a href="${escapeHtml(button.link)}" style="display:inline-block;padding:12px 24px;background:#3457D5;color:#FFFFFF;text-decoration:none;border-radius:6px">${escapeHtml(button.text)}</a></p>
<p style="margin:0;color:#5A5D68;font-size:14px">${escapeHtml(note)}</p>
</td></tr></table></td></tr></table></body></html>`,
  };
}
