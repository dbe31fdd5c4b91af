import type { Members, Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Mailer } from "../kernel/mail.ts";
import { armedGraceMs, mailOnce, nextAct } from "../kernel/mail-course.ts";
import { mailToken } from "../kernel/mail-link.ts";
import { hashOfSecret, newSecret } from "../kernel/secret.ts";
import type { Suspensions } from "../mailing/index.ts";
import { type AlertMail, alertMailTags } from "./alert-mail.ts";
import { addressed } from "./alert-readers.ts";
import { answerByOf, nextMailAt } from "./escalation.ts";
import { type Alert, noted } from "./model.ts";
import type { AlertMails, AlertSettingsStore, Alerts } from "./ports.ts";
import { type AlertLetter, renderAlertMail } from "./render-mail.ts";
import type { AlertSettings } from "./settings.ts";

export interface MailAlertDeps {
  readonly alerts: Alerts;
  readonly alertMails: AlertMails;
  readonly alertSettings: Pick<AlertSettingsStore, "get">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly members: Pick<Members, "list">;
  readonly suspensions: Pick<Suspensions, "get">;
  readonly channels: Pick<Channels, "get">;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly publicUrl: string;
}

export type MailAlertOutcome = "mailed" | "not-due" | "held-back" | "waiting" | "nobody-reached";

/** The mail service refused; asking again may help. */
export class AlertNotMailed extends Error {
  override readonly name = "AlertNotMailed";
}

/**
 * Mails the level of an alert that is due to everybody in it, once to each, and then moves the alert on to its next level.
 * However often it is asked for: each reader's mail is armed before the mail service is asked and recorded after, and a
 * mail that is armed without a record is repeated only when the service's own events have had time to come. For whom no
 * mail reaches the owners are told, and who that is. Throws `AlertNotMailed` after all were tried when the service refused
 * one.
 */
export async function mailAlert(
  deps: MailAlertDeps,
  { workspaceId, alertId }: { workspaceId: string; alertId: string },
): Promise<MailAlertOutcome> {
  const [alert, settings, workspace] = await Promise.all([
    deps.alerts.get(workspaceId, alertId),
    deps.alertSettings.get(workspaceId),
    deps.workspaces.get(workspaceId),
  ]);
  if (!alert || !workspace) return "not-due";
  const now = deps.clock.nowMs();
  const at = nextMailAt(alert, settings, workspace.timeZone);
  if (at === undefined || at > now) {
    // Settings have changed since the alert was put into the due index.
    if (at !== alert.wakeAt) await deps.alerts.save({ ...alert, wakeAt: at, version: alert.version + 1 });
    return at === undefined ? "not-due" : "held-back";
  }
  const level = alert.level + 1;
  const { mails, missed } = await addressed(deps, alert, settings, await deps.members.list(workspaceId), now);
  const channel = alert.channelId ? await deps.channels.get(workspaceId, alert.channelId) : null;
  const outcomes = [];
  for (const mail of mails) {
    outcomes.push(await sendOne(deps, { workspace, alert, settings, channelName: channel?.name, missed }, mail));
  }
  if (outcomes.includes("refused")) throw new AlertNotMailed(`a mail of ${alertId} was not taken`);
  if (outcomes.includes("wait")) return waited(deps, alert, now + armedGraceMs);
  // Who stands in for a reader whose mail was refused for good is told at the next look.
  if (outcomes.includes("failed")) return waited(deps, alert, now);
  // What has changed meanwhile, such as a mail that came back, is looked at by the due index's next wake.
  const isMoved = await deps.alerts.save(movedOn(alert, level, now, settings, workspace.timeZone, mails.length));
  if (!isMoved) return "waiting";
  return mails.length > 0 ? "mailed" : "nobody-reached";
}

async function sendOne(
  deps: MailAlertDeps,
  about: Pick<AlertLetter, "workspace" | "alert" | "settings" | "channelName" | "missed">,
  mail: AlertMail,
): Promise<"sent" | "refused" | "failed" | "wait" | "done"> {
  const nowMs = deps.clock.nowMs();
  const act = nextAct(mail, nowMs);
  if (act !== "send") return act;
  const secret = newSecret();
  const link = `${deps.publicUrl}/alert/${mailToken(mail, secret)}`;
  const rendered = renderAlertMail({ ...about, mail, publicUrl: deps.publicUrl, link, nowMs });
  const linked: AlertMail = {
    ...mail,
    withheldAt: undefined,
    secretHashes: [...mail.secretHashes, hashOfSecret(secret)],
  };
  return mailOnce({ ...deps, replace: deps.alertMails.replace }, linked, {
    to: { address: mail.reader.email, name: mail.reader.name },
    ...rendered,
    tags: { [alertMailTags.workspace]: mail.workspaceId, [alertMailTags.mail]: mail.id },
  });
}

/** Stays in the due index until the mails that are under way are settled. */
async function waited(deps: MailAlertDeps, alert: Alert, wakeAt: number): Promise<"waiting"> {
  await deps.alerts.save({ ...alert, wakeAt, version: alert.version + 1 });
  return "waiting";
}

function movedOn(
  alert: Alert,
  level: number,
  now: number,
  settings: AlertSettings,
  zone: string,
  readers: number,
): Alert {
  const told = noted({ ...alert, level, mailedAt: now }, now, "system:alerts", "mailed", { level, readers });
  return {
    ...told,
    answerBy: answerByOf(told, now, settings),
    wakeAt: nextMailAt(told, settings, zone),
    version: alert.version + 1,
  };
}
