import * as v from "valibot";

/** By what an alert may end without anybody closing it; each has its words in both languages. */
export const endings = [
  "published",
  "canceled",
  "moved",
  "tried-again",
  "given-up",
  "failed-otherwise",
  "follow-up-published",
  "follow-up-given-up",
  "several",
  "answered",
  "reply-arrived",
  "done",
  "target-changed",
  "gone",
  "lead-answered",
  "lead-erased",
  "connected",
  "renewed",
  "channel-removed",
  "account-released",
  "delivered",
  "not-delivered",
  "reader-returned",
  "reader-removed",
  "report-removed",
  "corrected",
  "case-closed",
  "passed",
] as const;
export const endingSchema = v.picklist(endings);
export type Ending = v.InferOutput<typeof endingSchema>;

/** What is said of several that have ended: what they have in common, or that each found its own end. */
export function together(some: ReadonlySet<Ending>): Ending | undefined {
  const [first] = some;
  return some.size > 1 ? "several" : first;
}
