import { err, ok } from "../../../kernel/result.ts";
import type { InboundReview } from "../../inbound.ts";
import { toMs } from "../../meta/compare.ts";
import { authorOf } from "../../meta/inbound-context.ts";
import type { Poll } from "../../reviews.ts";
import { callGraph } from "./graph.ts";
import { recommends, starsOf } from "./parse-ratings.ts";
import { ratingListSchema } from "./wire.ts";

const fields = "open_graph_story{id},created_time,recommendation_type,rating,review_text,reviewer{id,name}";

/**
 * Recommendations of the page, 50 a call. Meta's reference says that reading them fails with code 12 since v22.0, and
 * documents the edge nevertheless: where it fails, there are webhooks alone. Source: "Graph API Reference: Page Ratings".
 */
export const ratings: Poll = async (call, page) => {
  const query = { fields, limit: "50", ...(page ? { after: page } : {}) };
  const path = `${call.channelRemoteId}/ratings`;
  const answer = await callGraph(call, { method: "GET", path, query }, ratingListSchema);
  if (!answer.ok) return err(answer.error.cause);
  const { data, paging } = answer.value;
  const entries = data.flatMap(({ open_graph_story, created_time, recommendation_type, reviewer, ...given }) => {
    // One without its story can be told from no other.
    if (!open_graph_story) return [];
    const author = authorOf(reviewer?.id, reviewer?.name);
    const occurredAt = toMs(created_time);
    const review: InboundReview = {
      kind: "review",
      channelRemoteId: call.channelRemoteId,
      occurredAt,
      change: "added",
      remoteId: open_graph_story.id,
      ...(author ? { author } : {}),
      ...starsOf(given.rating),
      ...recommends(recommendation_type),
      text: given.review_text ?? "",
    };
    return [{ sortedAt: occurredAt, changedAt: occurredAt, items: [review] }];
  });
  const completeSince = Math.min(...entries.map(({ sortedAt }) => sortedAt));
  const isWhole = entries.length === data.length;
  return ok({ entries, completeSince, isWhole, next: paging?.next ? paging.cursors?.after : undefined });
};
