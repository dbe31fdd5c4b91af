import type { Workspace } from "../access/index.ts";
import { alertTexts, sayOf } from "../i18n/alerts.ts";
import { formatInstant } from "../i18n/format.ts";
import { alertMailTexts } from "../i18n/mail/alert.ts";
import { escapeHtml } from "../kernel/mail-sheet.ts";
import type { AlertMail } from "./alert-mail.ts";
import { answerByOf } from "./escalation.ts";
import type { Evidence } from "./evidence.ts";
import { evidencePage } from "./evidence-page.ts";
import type { Alert } from "./model.ts";
import type { AlertReader, AlertSettings } from "./settings.ts";
import { causeOf, wordsOf } from "./wording.ts";

export interface AlertLetter {
  readonly alert: Alert;
  readonly workspace: Pick<Workspace, "name" | "timeZone">;
  readonly channelName: string | undefined;
  /** Whom no mail reaches. */
  readonly missed: readonly Pick<AlertReader, "name">[];
  readonly mail: AlertMail;
  readonly settings: AlertSettings;
  readonly publicUrl: string;
  /** Where it is acknowledged without an account. */
  readonly link: string;
  readonly nowMs: number;
}

/** So many pieces of evidence are quoted; the page has the others. */
const quoted = 5;

const sans = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const serif = "font-family:Georgia,'Noto Serif',serif";
const tones = {
  critical: { ink: "#B02A22", wash: "#FBE6E3", name: "poppy" },
  high: { ink: "#B02A22", wash: "#FBE6E3", name: "poppy" },
  medium: { ink: "#8A5A12", wash: "#FBF0D9", name: "wheat" },
  low: { ink: "#5A5D68", wash: "#F3F1EA", name: "calm" },
} as const;
const leaf = { ink: "#1A6B43", wash: "#E0F2E7", name: "leaf" } as const;

/** Turns the marked elements round where the mail program allows it. */
const styles = `@media (prefers-color-scheme:dark){
.paper{background:#15161A!important}.raised{background:#1D1F25!important;border-color:#2B2E36!important}
.ink{color:#ECEBE6!important}.soft{color:#A9ACB8!important}.line{border-color:#2B2E36!important}.accent{color:#8CA3FF!important}
.poppy{background:#3C1D1B!important;color:#FF8A80!important}.wheat{background:#3A2F17!important;color:#F0C46B!important}
.leaf{background:#15301F!important;color:#6FD39C!important}.calm{background:#101114!important;color:#A9ACB8!important}}
@media (max-width:480px){.pad{padding-left:16px!important;padding-right:16px!important}.wide{display:block!important;text-align:center!important}}`;

/** The mail about an alert in the reader's language: HTML of tables and inline styles, and the same as plain text. */
export function renderAlertMail(letter: AlertLetter): { subject: string; html: string; text: string } {
  const said = say(letter);
  return { subject: said.subject, text: plain(said), html: html(said) };
}

type Said = ReturnType<typeof say>;
type MailTexts = (typeof alertMailTexts)["en"];

/** Everything that the letter says, in the reader's language. */
function say({ alert, workspace, channelName, missed, mail, settings, publicUrl, link, nowMs }: AlertLetter) {
  const { language } = mail.reader;
  const [words, texts] = [alertTexts(language), alertMailTexts[language]];
  const { title, decision } = wordsOf(language, alert, channelName);
  const { count } = sayOf(alert, channelName);
  const cause = causeOf(language, alert);
  const time = (at: number) =>
    formatInstant(language, at, workspace.timeZone, {
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  const severity = words.severity[alert.severity];
  const isThreat = alert.side === "threat";
  const next =
    mail.level === 1
      ? isThreat
        ? texts.byTeam(time(answerByOf(alert, nowMs, settings)))
        : texts.opportunity
      : texts.byManagement(time(alert.mailedAt ?? alert.openedAt));
  const shown = alert.evidence.toReversed().slice(0, Math.min(quoted, count));
  const more = count - shown.length;
  return {
    language,
    texts,
    title,
    decision,
    next,
    link,
    workspace: workspace.name,
    tone: isThreat ? tones[alert.severity] : leaf,
    subject: isThreat ? `${texts.urgency[alert.severity]}: ${title}` : title,
    kicker: texts.kicker(severity, words.side[alert.side]),
    seen: texts.seen(count, time(alert.sinceAt ?? alert.firstSeenAt)),
    cause: cause && [cause.message, cause.cure].filter(Boolean).join(" "),
    quotes: shown.map((one) => ({
      about: aboutOf(one, texts, time),
      words: one.excerpt ?? "",
      // Others have no page of their own.
      page: mail.memberId ? `${publicUrl}${evidencePage(one)}` : undefined,
    })),
    more: more > 0 ? texts.moreEvidence(more) : undefined,
    dashboard: mail.memberId ? `${publicUrl}/alerts/${alert.id}` : undefined,
    // Only members can do something about it.
    missed: mail.memberId && missed.length > 0 ? texts.missed(missed.map(({ name }) => name)) : undefined,
    until: texts.link(formatInstant(language, mail.linkEndsAt, workspace.timeZone, { day: "numeric", month: "long" })),
  };
}

function aboutOf({ person, rating, at, what }: Evidence, texts: MailTexts, time: (at: number) => string): string {
  const who = person ?? (what === "message" || what === "review" ? texts.anonymous : undefined);
  return [who, rating === undefined ? undefined : texts.stars(rating), time(at)].filter(Boolean).join(" · ");
}

function plain(s: Said): string {
  const quotes = s.quotes.flatMap(({ about, words, page }) => [
    about,
    ...(words ? [`> ${words}`] : []),
    ...(page ? [page] : []),
    "",
  ]);
  return `${[
    `${s.workspace} · ${s.kicker}`,
    "",
    s.title,
    s.seen,
    "",
    ...(s.cause ? [s.cause, ""] : []),
    s.texts.evidence.toLocaleUpperCase(s.language),
    ...quotes,
    ...(s.more ? [s.more, ""] : []),
    s.texts.decision.toLocaleUpperCase(s.language),
    s.decision,
    "",
    `${s.texts.acknowledge}: ${s.link}`,
    ...(s.dashboard ? [`${s.texts.open}: ${s.dashboard}`] : []),
    "",
    s.next,
    ...(s.missed ? [s.missed] : []),
    s.until,
  ].join("\n")}\n`;
}

function html(s: Said): string {
  const e = escapeHtml;
  const ink = `${sans};font-size:16px;line-height:1.45;color:#1B1C21`;
  const small = `${sans};font-size:14px;line-height:1.45;color:#5A5D68`;
  const head = `margin:0 0 8px;${serif};font-size:18px;line-height:1.2;font-weight:600;color:#1B1C21`;
  const quotes = s.quotes
    .map(
      ({
        about,
        words,
        page,
      }) => `<div class="line" style="margin:0 0 12px;padding-left:12px;border-left:3px solid #E4E1D8">
<div class="soft" style="${small}">${e(about)}</div>${words ? `<div class="ink" style="${ink};overflow-wrap:anywhere">${e(words)}</div>` : ""}${page ? `<a class="accent" href="${e(page)}" style="${sans};font-size:14px;color:#3457D5">${e(s.texts.see)}</a>` : ""}</div>`,
    )
    .join("\n");
  return `<!doctype html><html lang="${s.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${e(s.subject)}</title><style>${styles}</style></head>
<body class="paper" style="margin:0;padding:0;background:#FBFAF6"><div style="display:none;max-height:0;overflow:hidden">${e(s.decision)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="paper" style="background:#FBFAF6"><tr><td align="center" style="padding:24px 8px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" class="raised" style="width:100%;max-width:600px;background:#FFFFFF;border:1px solid #E4E1D8;border-radius:10px">
<tr><td class="pad" style="padding:28px 24px 0">
<div class="soft" style="${small};padding-bottom:12px">${e(s.workspace)}</div>
<span class="${s.tone.name}" style="${sans};display:inline-block;padding:2px 10px;border-radius:99px;background:${s.tone.wash};color:${s.tone.ink};font-size:14px;font-weight:600">${e(s.kicker)}</span>
<h1 class="ink" style="margin:12px 0 4px;${serif};font-size:26px;line-height:1.2;font-weight:600;color:#1B1C21;overflow-wrap:anywhere">${e(s.title)}</h1>
<div class="soft" style="${small}">${e(s.seen)}</div>${s.cause ? `<p class="ink" style="margin:12px 0 0;${ink}">${e(s.cause)}</p>` : ""}
</td></tr>
<tr><td class="pad" style="padding:24px 24px 0"><h2 class="ink" style="${head}">${e(s.texts.evidence)}</h2>
${quotes}${s.more ? `<div class="soft" style="${small}">${e(s.more)}</div>` : ""}</td></tr>
<tr><td class="pad" style="padding:16px 24px 0"><div class="${s.tone.name}" style="padding:14px 16px;border-radius:6px;background:${s.tone.wash};color:${s.tone.ink}">
<div style="${sans};font-size:14px;font-weight:600;padding-bottom:4px">${e(s.texts.decision)}</div><div style="${sans};font-size:16px;line-height:1.45">${e(s.decision)}</div></div></td></tr>
<tr><td class="pad" style="padding:24px 24px 8px"><a class="wide" href="${e(s.link)}" style="display:inline-block;padding:12px 24px;background:#3457D5;color:#FFFFFF;${sans};font-size:16px;font-weight:600;text-decoration:none;border-radius:6px">${e(s.texts.acknowledge)}</a>${
    s.dashboard
      ? `<a class="wide accent" href="${e(s.dashboard)}" style="display:inline-block;padding:12px 16px;color:#3457D5;${sans};font-size:16px;text-decoration:none">${e(s.texts.open)}</a>`
      : ""
  }
<div class="soft" style="${small};padding-top:8px">${e(s.texts.acknowledgeHint)}</div></td></tr>
<tr><td class="pad" style="padding:8px 24px 28px"><div class="ink line" style="${ink};font-size:14px;padding-top:12px;border-top:1px solid #E4E1D8">${e(s.next)}</div>${
    s.missed
      ? `<div class="poppy" style="${ink};font-size:14px;margin-top:12px;padding:10px 12px;border-radius:6px;background:${tones.high.wash};color:${tones.high.ink}">${e(s.missed)}</div>`
      : ""
  }</td></tr>
</table>
<div class="soft" style="${small};max-width:600px;padding:16px 24px;font-size:12px">${e(s.until)}</div>
</td></tr></table></body></html>`;
}
