import * as v from "valibot";
import { derivedId } from "../kernel/derived-id.ts";
import { mailCourseEntries, notMailed } from "../kernel/mail-course.ts";
import { epochMsSchema } from "../kernel/time.ts";
import type { ReportMessage } from "./messages.ts";
import { periodSchema, type Recipient, recipientSchema, reportKinds } from "./model.ts";

/** Why a mail is not sent although it is due: the address is suspended, or its reader wants none. */
export const barriers = ["suspended", "stopped"] as const;
export type Barrier = (typeof barriers)[number];

/** What became of one report of one period for one reader. */
export const deliverySchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  reportId: v.string(),
  /** Absent in deliveries from before there were other kinds than weekly. */
  kind: v.optional(v.picklist(reportKinds), "weekly"),
  period: periodSchema,
  recipient: recipientSchema,
  /** Present when somebody had the period sent once more: who, when. */
  again: v.optional(v.object({ by: v.string(), at: epochMsSchema })),
  /** Present while it waits because it may not be sent. */
  withheld: v.optional(v.object({ because: v.picklist(barriers), at: epochMsSchema })),
  /** Of the secrets in the links sent so far: one, and one more for each repetition of the mail. */
  secretHashes: v.optional(v.array(v.string()), []),
  ...mailCourseEntries,
});
export type ReportDelivery = v.InferOutput<typeof deliverySchema>;

/**
 * The delivery of a message's report to a reader, not yet sent. One reader gets one mail for a report and period: the id
 * is made of these, and of the wish when somebody wants the period sent once more. What went out while the period still
 * ran is of its day, so that the reader gets the whole period when it is over, too.
 */
export function deliveryFor(message: ReportMessage, recipient: Recipient, nowMs: number): ReportDelivery {
  const { workspaceId, reportId, kind, period, asOf, again } = message;
  return {
    id: derivedId(
      "mail",
      ...[workspaceId, reportId, period.from, period.to, recipient.email],
      ...(asOf ? [asOf] : []),
      ...(again ? [again.id] : []),
    ),
    workspaceId,
    reportId,
    kind,
    period,
    recipient,
    ...(again && { again: { by: again.by, at: again.at } }),
    secretHashes: [],
    ...notMailed(nowMs),
  };
}

/** The readers of a report that a message is for: all of them, or those for whom it is sent once more. */
export const readersOf = (recipients: readonly Recipient[], { again }: ReportMessage): readonly Recipient[] =>
  again ? recipients.filter(({ email }) => again.readers.includes(email)) : recipients;
