import { signInTexts } from "../i18n/mail/sign-in.ts";
import type { Mail } from "../kernel/mail.ts";
import type { Member, Workspace } from "./model.ts";

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The mail with a link that signs a member in, in the member's language. */
export function signInMail(kind: "signIn" | "invitation", member: Member, workspace: Workspace, link: string): Mail {
  const texts = signInTexts[member.language][kind];
  const lead = texts.lead({ workspace: workspace.name });
  const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
  return {
    to: { address: member.email, name: member.name },
    subject: texts.subject({ workspace: workspace.name }),
    text: `${lead}\n\n${texts.button}: ${link}\n\n${texts.note}\n`,
    html: `<!doctype html><html lang="${member.language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:32px 16px;background:#FBFAF6;color:#1B1C21;${font};font-size:16px;line-height:1.45">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:480px;background:#FFFFFF;border:1px solid #E4E1D8;border-radius:10px">
<tr><td style="padding:32px">
<p style="margin:0 0 24px;font-family:Georgia,'Noto Serif',serif;font-size:20px">Dopys</p>
<p style="margin:0 0 24px">${escapeHtml(lead)}</p>
<p style="margin:0 0 24px"><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 24px;background:#3457D5;color:#FFFFFF;text-decoration:none;border-radius:6px">${escapeHtml(texts.button)}</a></p>
<p style="margin:0;color:#5A5D68;font-size:14px">${escapeHtml(texts.note)}</p>
</td></tr></table></td></tr></table></body></html>`,
  };
}
