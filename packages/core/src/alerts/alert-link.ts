import { timingSafeEqual } from "node:crypto";
import type { Clock } from "../kernel/clock.ts";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { hashOfSecret } from "../kernel/secret.ts";
import type { AlertMail } from "./alert-mail.ts";
import { alertLinkInvalid } from "./errors.ts";
import type { Alert } from "./model.ts";
import type { AlertMails, Alerts } from "./ports.ts";

/** The workspace's ULID, the mail's digest and 256 bits, without a dot: a path with one is taken for a file. */
const tokenForm = /^([0-9A-Z]{26})([0-9a-f]{32})([\w-]{43})$/;

/** What the address of a link ends with. */
export const alertToken = (mail: Pick<AlertMail, "workspaceId" | "id">, secret: string): string =>
  `${mail.workspaceId.slice("ws_".length)}${mail.id.slice("mail_".length)}${secret}`;

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
  const [, workspace, id, secret] = tokenForm.exec(token) ?? [];
  if (!workspace || !id || !secret) return refused;
  const mail = await deps.alertMails.get(`ws_${workspace}`, `mail_${id}`);
  if (!mail || mail.linkEndsAt <= deps.clock.nowMs()) return refused;
  const hash = hashOfSecret(secret);
  if (!mail.secretHashes.some((known) => isSame(hash, known))) return refused;
  const alert = await deps.alerts.get(mail.workspaceId, mail.alertId);
  return alert ? ok({ alert, mail }) : refused;
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
