import * as v from "valibot";
import type { InboundItem } from "../../inbound.ts";
import { authorOf, type ChangeContext, changeOf, ignored, occurredAt, unreadable } from "../../meta/inbound-context.ts";
import { type RatingChange, ratingChangeSchema } from "./wire.ts";

/**
 * A change of the `ratings` field: a recommendation (no stars since 2018; old ratings have 1 to 5), or a comment on its
 * story. Source: "Webhooks Reference: Page, ratings".
 */
export function parseRating(context: ChangeContext, value: unknown): InboundItem {
  const parsed = v.safeParse(ratingChangeSchema, value);
  if (!parsed.success) return unreadable(context, "rating");
  if (parsed.output.item === "rating") return toReview(context, parsed.output);
  if (parsed.output.item === "comment") return toComment(context, parsed.output);
  return ignored(context, `rating ${parsed.output.item}`);
}

/** Stars from 1 to 5, where there are any. */
export const starsOf = (stars: number | null | undefined): { rating?: number } =>
  stars && stars >= 1 && stars <= 5 ? { rating: stars } : {};

/** Whether a person recommends; webhooks and lists write it in different letters. */
export function recommends(type: string | null | undefined): { recommends?: boolean } {
  const known = { POSITIVE: true, NEGATIVE: false }[type?.toUpperCase() ?? ""];
  return known === undefined ? {} : { recommends: known };
}

function toReview(context: ChangeContext, rating: RatingChange): InboundItem {
  const change = changeOf(rating.verb);
  if (change !== "added" && change !== "edited" && change !== "removed") {
    return ignored(context, `rating ${rating.verb}`);
  }
  const author = authorOf(rating.reviewer_id, rating.reviewer_name);
  return {
    kind: "review",
    channelRemoteId: context.channelRemoteId,
    occurredAt: occurredAt(context, change, rating.created_time),
    change,
    remoteId: rating.open_graph_story_id,
    ...(author ? { author } : {}),
    ...starsOf(rating.rating),
    ...recommends(rating.recommendation_type),
    ...(change !== "removed" ? { text: rating.review_text ?? "" } : {}),
  };
}

function toComment(context: ChangeContext, comment: RatingChange): InboundItem {
  const change = changeOf(comment.verb);
  if (!change) return ignored(context, `rating comment ${comment.verb}`);
  if (!comment.comment_id) return unreadable(context, "rating comment");
  const author = authorOf(comment.sender_id, comment.sender_name);
  return {
    kind: "message",
    channelRemoteId: context.channelRemoteId,
    occurredAt: occurredAt(context, change, comment.created_time),
    change,
    messageKind: "comment",
    remoteId: comment.comment_id,
    threadRemoteId: comment.open_graph_story_id,
    postRemoteId: comment.open_graph_story_id,
    ...(author ? { author } : {}),
    own: author?.remoteId === context.channelRemoteId,
    ...(change === "added" || change === "edited" ? { text: comment.message ?? comment.review_text ?? "" } : {}),
    attachments: [],
  };
}
