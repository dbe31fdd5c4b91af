import type { InboundItem, InboundReview } from "../../inbound.ts";
import type { PolledEntry } from "../../reviews.ts";
import { timeOf } from "./posts.ts";
import { type ReviewOnWire, starRatings } from "./wire.ts";

/** The location of `accounts/{account}/locations/{location}/reviews/{id}`, or of anything else below it. */
export const channelOf = (name: string): string => name.split("/").slice(0, 4).join("/");

/** The one answer that a review has, as a thing of its own. */
export const replyIdOf = (reviewName: string): string => `${reviewName}/reply`;

/** Google writes the time of a change a moment after that of the making; so much later it is a change. */
const editedAfterMs = 60_000;

/**
 * A review as inbound items: that it appeared, what it says now, and our answer, wherever that was written. When it
 * appeared is told apart from what it says, because after a change only the newest text is known.
 */
export function entryOf(review: ReviewOnWire): PolledEntry {
  const createdAt = timeOf(review.createTime);
  const updatedAt = timeOf(review.updateTime);
  const answeredAt = timeOf(review.reviewReply?.updateTime ?? "");
  const { displayName, isAnonymous } = review.reviewer ?? {};
  const author = displayName && !isAnonymous ? { remoteId: `${review.name}/reviewer`, name: displayName } : undefined;
  const stars = starRatings.indexOf(review.starRating as (typeof starRatings)[number]) + 1;
  const about = { kind: "review", channelRemoteId: channelOf(review.name), remoteId: review.name } as const;
  const says: InboundReview = {
    ...about,
    change: updatedAt - createdAt > editedAfterMs ? "edited" : "added",
    occurredAt: updatedAt,
    ...(author ? { author } : {}),
    ...(stars > 0 ? { rating: stars } : {}),
    text: originalOf(review.comment ?? ""),
  };
  const items: InboundItem[] = [{ ...about, change: "added", occurredAt: createdAt }, says];
  if (review.reviewReply) items.push(answerOf(review.name, review.reviewReply.comment, answeredAt || updatedAt));
  return { sortedAt: updatedAt, changedAt: Math.max(updatedAt, answeredAt), items };
}

const answerOf = (reviewName: string, text: string, occurredAt: number): InboundItem => ({
  kind: "message",
  messageKind: "comment",
  change: "added",
  channelRemoteId: channelOf(reviewName),
  remoteId: replyIdOf(reviewName),
  threadRemoteId: reviewName,
  parentRemoteId: reviewName,
  occurredAt,
  own: true,
  text,
  attachments: [],
});

/** Google puts its translation before or after what the person wrote; people answer what was written. */
function originalOf(text: string): string {
  const [, original] = text.split(/\n*\(Original\)\n/);
  return (original ?? text.split(/\n*\(Translated by Google\)/)[0] ?? "").trim();
}
