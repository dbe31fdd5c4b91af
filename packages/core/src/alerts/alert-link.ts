import type { Clock } from "../kernel/clock.ts";
import type { Failure } from "../kernel/failure.ts";
import { isSecretOf, readMailToken } from "../kernel/mail-link.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { AlertMail } from "./alert-mail.ts";
import { alertLinkInvalid } from "./errors.ts";
import type { Alert } from "./model.ts";
import type { AlertMails, Alerts } from "./ports.ts";

export interface OpenLinkDeps {
  readonly alerts: Pick<Alerts, "get">;
  readonly alertMails: Pick<AlertMails, "get">;
  readonly clock: Clock;
}

/**
 * The mail that a link came with, and its alert as it is now. A token that is wrong, forged or expired gets one and the
 * same answer. The hashes are compared in constant time. Opening changes nothing: mail scanners open links too.
 */
export async function openAlertLink(
  deps: OpenLinkDeps,
  token: string,
): Promise<Result<{ alert: Alert; mail: AlertMail }, Failure>> {
  const refused = err(alertLinkInvalid());
  const named = readMailToken(token);
  if (!named) return refused;
  const mail = await deps.alertMails.get(named.workspaceId, named.id);
  if (!mail || mail.linkEndsAt <= deps.clock.nowMs() || !isSecretOf(mail, named.secret)) return refused;
  const alert = await deps.alerts.get(mail.workspaceId, mail.alertId);
  return alert ? ok({ alert, mail }) : refused;
}
