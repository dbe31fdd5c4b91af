import * as v from "valibot";
import { derivedId } from "../kernel/derived-id.ts";
import { mailCourseEntries, notMailed, workspaceTag } from "../kernel/mail-course.ts";
import { epochMsSchema } from "../kernel/time.ts";
import type { Alert } from "./model.ts";
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
  /** Not sent, because the address is suspended: since when that is known. */
  withheldAt: v.optional(epochMsSchema),
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
  { reader, memberId }: { readonly reader: AlertReader; readonly memberId?: string },
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
