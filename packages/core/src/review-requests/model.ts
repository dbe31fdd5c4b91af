import { createHash } from "node:crypto";
import * as v from "valibot";
import { derivedId } from "../kernel/derived-id.ts";
import { languageSchema } from "../kernel/language.ts";
import { armedGraceMs, mailCourseEntries } from "../kernel/mail-course.ts";
import { epochMsSchema } from "../kernel/time.ts";

export const verdicts = ["good", "mixed", "bad"] as const;
export const verdictSchema = v.picklist(verdicts);
export type Verdict = v.InferOutput<typeof verdictSchema>;

/** Why somebody is not asked after all. */
export const skipReasons = ["asked-already", "refused", "no-place", "switched-off", "not-won", "canceled"] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Why a person is never asked again: they said so themselves, or a member did for them. */
export const refusals = ["unsubscribed", "by-hand"] as const;
export type Refusal = (typeof refusals)[number];

/** One person asked once for a review, and what followed. */
export const reviewRequestSchema = v.object({
  workspaceId: v.string(),
  id: v.string(),
  /** What it was asked after: a won lead, a line of a table of purchases, or a member's wish. */
  source: v.object({ kind: v.picklist(["lead", "table", "hand"]), leadId: v.optional(v.string()) }),
  by: v.string(),
  personId: v.string(),
  /** In lower case; empty once the person was taken out. */
  email: v.string(),
  name: v.optional(v.string()),
  language: languageSchema,
  createdAt: epochMsSchema,
  /** When it is to be asked. */
  dueAt: epochMsSchema,
  /** When it has to be looked at again; absent when all is done. */
  wakeAt: v.optional(epochMsSchema),
  skipped: v.optional(v.object({ at: epochMsSchema, because: v.picklist(skipReasons) })),
  /** When the person was counted as asked. */
  askedAt: v.optional(epochMsSchema),
  /** Of the secrets in the links sent so far: one, and one more for each repetition of the mail. */
  secretHashes: v.array(v.string()),
  openedAt: v.optional(epochMsSchema),
  /** The first time that the person went on to each place where reviews are left. */
  went: v.array(v.object({ channelId: v.string(), at: epochMsSchema })),
  /** What they told us, not the public; the last counts. */
  answer: v.optional(v.object({ verdict: verdictSchema, words: v.optional(v.string()), at: epochMsSchema })),
  caseId: v.optional(v.string()),
  unsubscribedAt: v.optional(epochMsSchema),
  /** The review that followed, and what says that it is theirs. */
  review: v.optional(v.object({ id: v.string(), by: v.picklist(["name", "only-one"]), at: epochMsSchema })),
  ...mailCourseEntries,
});
export type ReviewRequest = v.InferOutput<typeof reviewRequestSchema>;

/**
 * What is kept of a person so that nobody is asked twice within a period or against their will. The address is kept as a
 * digest only: enough to recognise it, not to write to it.
 */
export const askedPersonSchema = v.object({
  workspaceId: v.string(),
  id: v.string(),
  /** The request that the person was asked by last. */
  requestId: v.optional(v.string()),
  askedAt: v.optional(epochMsSchema),
  refusal: v.optional(v.object({ at: epochMsSchema, because: v.picklist(refusals) })),
  version: v.number(),
});
export type AskedPerson = v.InferOutput<typeof askedPersonSchema>;

/** The id of a person, whichever way their address is written in capitals. */
export const personIdOf = (workspaceId: string, email: string): string =>
  `person_${createHash("sha256").update(`${workspaceId} ${email.trim().toLowerCase()}`).digest("hex").slice(0, 32)}`;

/** The id of the request that follows from something, the same however often it is told. */
export const requestIdOf = (workspaceId: string, ...of: readonly string[]): string =>
  derivedId("ask", workspaceId, ...of);

/** A refused mail is tried again after so long. */
const againMs = 10 * 60_000;

/** The request with the time at which it is looked at again, by what became of its mail. */
export const withWake = (request: ReviewRequest): ReviewRequest => ({ ...request, wakeAt: wakeOf(request) });

function wakeOf({ skipped, state, attempts, dueAt, changedAt, armedAt }: ReviewRequest): number | undefined {
  if (skipped) return undefined;
  if (state === "armed") return (armedAt ?? changedAt) + armedGraceMs;
  if (state !== "waiting") return undefined;
  return attempts === 0 ? dueAt : changedAt + againMs;
}

/** Whether what somebody told us is for the service to see to. */
export const isUnhappy = ({ verdict, words }: NonNullable<ReviewRequest["answer"]>): boolean =>
  verdict === "bad" || (verdict === "mixed" && words !== undefined);
