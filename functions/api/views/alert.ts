import type { Member, Workspace } from "#core/access/index.ts";
import type { Alert, AlertHistoryEntry, AlertMail } from "#core/alerts/index.ts";
import { alertCause, alertWords } from "#core/alerts/index.ts";
import { alertTexts } from "#core/i18n/alerts.ts";
import type { Language } from "#core/kernel/language.ts";
import { actorView } from "./post.ts";

type Named = { readonly id: string; readonly name: string };

/** An alert as the register lists it, in the member's language. */
export function alertSummary(language: Language, alert: Alert, channels: readonly Named[], members: readonly Member[]) {
  const { id, kind, side, severity, state, count, channelId, firstSeenAt, lastSeenAt, answerBy, ownerId } = alert;
  const channel = channels.find((one) => one.id === channelId);
  const owner = members.find((member) => member.id === ownerId);
  return {
    id,
    kind,
    side,
    severity,
    state,
    count,
    channel: channel?.name,
    title: alertWords(language, alert, channel?.name).title,
    firstSeenAt,
    lastSeenAt,
    answerBy: state === "open" ? answerBy : undefined,
    owner: owner && { id: owner.id, name: owner.name },
  };
}

/** Everything of an alert: its evidence, what we propose, who was told, what was done. */
export function alertView(
  language: Language,
  alert: Alert,
  mails: readonly AlertMail[],
  channels: readonly Named[],
  members: readonly Member[],
) {
  const { evidence, acknowledged, outcome, history, version, channelId } = alert;
  const channel = channels.find((one) => one.id === channelId);
  const who = (by: string) => actorView(by, members);
  return {
    ...alertSummary(language, alert, channels, members),
    version,
    decision: alertWords(language, alert, channel?.name).decision,
    cause: alertCause(language, alert),
    evidence: evidence
      .toReversed()
      .map(({ key, what, id, person, excerpt, rating, at }) => ({ key, what, id, person, excerpt, rating, at })),
    acknowledged: acknowledged && { at: acknowledged.at, by: who(acknowledged.by) },
    outcome: outcome && {
      what: outcome.what,
      because: outcome.because && alertTexts(language).ended[outcome.because],
      note: outcome.note,
      at: outcome.at,
      by: who(outcome.by),
    },
    history: history.map(({ at, by, what, params }) => ({
      at,
      by: who(by),
      what,
      note: noteOf(language, what, params),
      owner: members.find(({ id }) => id === params?.ownerId)?.name,
      level: typeof params?.level === "number" ? params.level : undefined,
    })),
    mails: mails.map(({ id, level, round, reader, state, withheldAt, changedAt }) => ({
      id,
      level,
      round,
      name: reader.name,
      email: reader.email,
      state: withheldAt === undefined ? state : ("suspended" as const),
      changedAt,
    })),
  };
}

/** What a member wrote, or by what it ended without one. */
function noteOf(language: Language, what: AlertHistoryEntry["what"], params: AlertHistoryEntry["params"]) {
  if (what === "settled") return alertTexts(language).ended[String(params?.because)];
  return typeof params?.note === "string" ? params.note : undefined;
}

/** What the link in a mail shows. No id of the workspace is in it. */
export function alertLinkView(alert: Alert, mail: AlertMail, workspace: Workspace | null, channelName?: string) {
  const { language } = mail.reader;
  const { severity, side, state, count, firstSeenAt, lastSeenAt, evidence, acknowledged } = alert;
  return {
    language,
    workspaceName: workspace?.name ?? "",
    timeZone: workspace?.timeZone ?? "UTC",
    severity,
    side,
    state,
    count,
    firstSeenAt,
    lastSeenAt,
    ...alertWords(language, alert, channelName),
    cause: alertCause(language, alert),
    evidence: evidence
      .toReversed()
      .map(({ key, what, person, excerpt, rating, at }) => ({ key, what, person, excerpt, rating, at })),
    acknowledgedAt: acknowledged?.at,
    endsAt: mail.linkEndsAt,
    /** Where members find it; others have no page of their own. */
    page: mail.memberId ? `/alerts/${alert.id}` : undefined,
  };
}
