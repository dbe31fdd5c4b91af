import * as v from "valibot";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { afterMailEvent, type MailEvent, mailCourseEntries, notMailed, workspaceTag } from "../kernel/mail-course.ts";
import { epochMsSchema } from "../kernel/time.ts";
import type { Alert } from "./model.ts";
import type { AlertMails } from "./ports.ts";
import { type AlertReader, readerSchema } from "./settings.ts";

/** The mail of one alert, round and level to one reader, with the link in it. */
export const alertMailSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  alertId: v.string(),
  round: v.number(),
  level: v.number(),
  reader: readerSchema,
  /** Present when the reader is a member. */
  memberId: v.optional(v.string()),
  /** Of the secrets in the links sent so far: one, and one more for each repetition. */
  secretHashes: v.array(v.string()),
  /** When the link ends, epoch ms. */
  linkEndsAt: epochMsSchema,
  createdAt: epochMsSchema,
  ...mailCourseEntries,
});
export type AlertMail = v.InferOutput<typeof alertMailSchema>;

/** How long the link in a mail works: 14 days. */
export const linkLifetimeMs = 14 * 86_400_000;

/** The mail tags by which the mail service's events name the mail of an alert. */
export const alertMailTags = { workspace: workspaceTag, mail: "dopys_alert_mail" } as const;

/** The mail that is due, not yet sent. One reader gets one mail of a level and round: the id is made of these. */
export function alertMailFor(
  alert: Alert,
  level: number,
  reader: AlertReader,
  memberId: string | undefined,
  now: number,
): AlertMail {
  const { workspaceId, id: alertId, round } = alert;
  return {
    id: derivedId("mail", workspaceId, alertId, String(round), String(level), reader.email),
    workspaceId,
    alertId,
    round,
    level,
    reader,
    ...(memberId && { memberId }),
    secretHashes: [],
    linkEndsAt: now + linkLifetimeMs,
    createdAt: now,
    ...notMailed(now),
  };
}

/** Records what the mail service says of an alert's mail. Events of other mail, and repeated ones, change nothing. */
export async function recordAlertMail(
  deps: { mails: Pick<AlertMails, "get" | "replace">; clock: Clock },
  event: MailEvent,
): Promise<"recorded" | "ignored"> {
  const workspaceId = event.mail.tags[alertMailTags.workspace]?.[0];
  const mailId = event.mail.tags[alertMailTags.mail]?.[0];
  if (!workspaceId || !mailId) return "ignored";
  for (;;) {
    const mail = await deps.mails.get(workspaceId, mailId);
    const next = mail && afterMailEvent(mail, event, deps.clock.nowMs());
    if (!next) return "ignored";
    if (await deps.mails.replace(next)) return "recorded";
  }
}
