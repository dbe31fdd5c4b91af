import type { AlertKind } from "../kinds.ts";
import type { Alert } from "../model.ts";
import type { Ending } from "./ending.ts";
import { type ChannelEndingDeps, endingOfConsent } from "./of-channels.ts";
import { endingOfFailed, endingOfLate, endingOfUnconfirmed, type PostEndingDeps } from "./of-posts.ts";
import { endingOfUndelivered, type ReportEndingDeps } from "./of-reports.ts";
import { endingOfBadReview, endingOfPraise, type ReviewEndingDeps } from "./of-reviews.ts";
import { endingOfLead, endingOfUnanswered, endingOfUnsent, type WaitingEndingDeps } from "./of-waiting.ts";

export type EndingDeps = PostEndingDeps & WaitingEndingDeps & ChannelEndingDeps & ReportEndingDeps & ReviewEndingDeps;

type Judge = (deps: EndingDeps, alert: Alert) => Promise<Ending | undefined>;

/**
 * How it is seen that the cause of an alert has ended. What is not here is for a person to judge: whether a wave, words of
 * crisis or what a rule looks for are over cannot be read from the data.
 */
const judges: Partial<Readonly<Record<AlertKind, Judge>>> = {
  "post-failed": endingOfFailed,
  "post-overdue": endingOfLate,
  "post-unconfirmed": endingOfUnconfirmed,
  "response-overdue": endingOfUnanswered,
  "answer-unsent": endingOfUnsent,
  "lead-waiting": endingOfLead,
  "channel-consent": endingOfConsent,
  "report-undelivered": endingOfUndelivered,
  "bad-review": endingOfBadReview,
  "happy-customer": endingOfPraise,
};

/** An opportunity that nobody took is none any more. */
const opportunityMs = 14 * 86_400_000;

/** By what the cause of an alert has ended; `undefined` while it goes on. */
export async function endingOf(deps: EndingDeps, alert: Alert): Promise<Ending | undefined> {
  const { side, state, lastSeenAt, openedAt } = alert;
  const since = Math.max(lastSeenAt, openedAt);
  if (side === "opportunity" && state === "open" && deps.clock.nowMs() - since >= opportunityMs) return "passed";
  return judges[alert.kind]?.(deps, alert);
}
