import type * as v from "valibot";
import type { reviewReceived } from "../inbox/index.ts";
import { excerpt } from "../kernel/text.ts";
import { isNegative, type Review, saidAt } from "../reviews/index.ts";
import type { Evidence } from "./evidence.ts";
import { isDelighted } from "./praise.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";
import { type SettleDeps, settleCause } from "./settle-alert.ts";
import { crisisSignal } from "./signals/crisis-signal.ts";
import { type WatchNegativeDeps, watchNegative } from "./watch-negative.ts";

export type WatchReviewDeps = RaiseDeps & WatchNegativeDeps & SettleDeps;

/** What was said longer ago is not news; a review is, for longer than a comment. */
const newsMs = 7 * 86_400_000;
const excerptLength = 200;

type ReviewEvent = Pick<v.InferOutput<(typeof reviewReceived)["schema"]>, "workspaceId" | "data">;

/**
 * What of the register follows from a review that came or changed: one of one or two stars, or that does not recommend; one
 * that is very good; words of crisis. A bad one that was corrected or removed settles its alert.
 */
export async function watchReview(deps: WatchReviewDeps, { workspaceId, data }: ReviewEvent): Promise<void> {
  const { reviewId, postedAt, changedAt = postedAt } = data;
  if (deps.clock.nowMs() - changedAt > newsMs) return;
  const review = await deps.reviews.get(workspaceId, reviewId);
  for (const kind of ["bad-review", "happy-customer"] as const) await settleCause(deps, workspaceId, kind, reviewId);
  if (!review || review.removed) return;
  const evidence = reviewEvidence(review);
  const { channelId, rating } = review;
  const crisis = crisisSignal(channelId, review.text, evidence);
  if (crisis) await raiseAlert(deps, workspaceId, crisis);
  const params = { person: review.author?.name ?? "", ...(rating !== undefined && { rating }) };
  if (isNegative(review)) {
    const severity = rating === 1 ? "high" : "medium";
    await raiseAlert(deps, workspaceId, {
      kind: "bad-review",
      cause: reviewId,
      severity,
      channelId,
      params,
      evidence: [evidence],
    });
    await watchNegative(deps, workspaceId, evidence, review);
  } else if (isDelighted(review)) {
    await raiseAlert(deps, workspaceId, {
      kind: "happy-customer",
      cause: reviewId,
      severity: "low",
      channelId,
      params,
      evidence: [evidence],
    });
  }
}

/** The case of a bad review was closed: so is its alert. */
export const settleBadReview = (deps: SettleDeps, workspaceId: string, reviewId: string) =>
  settleCause(deps, workspaceId, "bad-review", reviewId);

const reviewEvidence = (review: Review): Evidence => ({
  // An edited review is a further piece of evidence: what it says now.
  key: `${review.id} ${review.rating ?? ""} ${review.recommends ?? ""}${review.history.length > 1 ? ` ${saidAt(review)}` : ""}`,
  what: "review",
  id: review.threadId,
  channelId: review.channelId,
  ...(review.author?.name && { person: review.author.name }),
  ...(review.text && { excerpt: excerpt(review.text, excerptLength) }),
  ...(review.rating !== undefined && { rating: review.rating }),
  at: saidAt(review),
});
