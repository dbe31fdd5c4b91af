import type { Clock } from "../kernel/clock.ts";
import { afterMailEvent, type MailEvent } from "../kernel/mail-course.ts";
import { type AlertMail, alertMailTags } from "./alert-mail.ts";
import { isLost } from "./alert-readers.ts";
import type { AlertMails, Alerts } from "./ports.ts";

export interface RecordAlertMailDeps {
  readonly mails: Pick<AlertMails, "get" | "replace">;
  readonly alerts: Pick<Alerts, "get" | "save">;
  readonly clock: Clock;
}

/**
 * Records what the mail service says of an alert's mail. When it came back or was refused, the alert is looked at once
 * more, so that others are told in the reader's place. Events of other mail, and repeated ones, change nothing.
 */
export async function recordAlertMail(deps: RecordAlertMailDeps, event: MailEvent): Promise<"recorded" | "ignored"> {
  const workspaceId = event.mail.tags[alertMailTags.workspace]?.[0];
  const mailId = event.mail.tags[alertMailTags.mail]?.[0];
  if (!workspaceId || !mailId) return "ignored";
  for (;;) {
    const mail = await deps.mails.get(workspaceId, mailId);
    const next = mail && afterMailEvent(mail, event, deps.clock.nowMs());
    if (!next) {
      // The alert may not have been woken when this event came before.
      if (mail && isLost(mail)) await tellOthers(deps, mail);
      return "ignored";
    }
    if (!(await deps.mails.replace(next))) continue;
    if (isLost(next)) await tellOthers(deps, next);
    return "recorded";
  }
}

/**
 * Goes back to the team's level, at which the stored mails are not sent again and the owners stand in. Where that level is
 * being mailed at this moment, it is looked at once more.
 */
async function tellOthers({ alerts, clock }: RecordAlertMailDeps, mail: AlertMail): Promise<void> {
  for (;;) {
    const alert = await alerts.get(mail.workspaceId, mail.alertId);
    // At the second level everybody who could stand in has been told.
    const isOver = alert?.state !== "open" || alert.round !== mail.round || alert.level > 1 || mail.level !== 1;
    if (isOver) return;
    const again = { ...alert, level: 0, wakeAt: clock.nowMs(), version: alert.version + 1 };
    if (await alerts.save(again)) return;
  }
}
