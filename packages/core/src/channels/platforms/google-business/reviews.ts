import { err, ok } from "../../../kernel/result.ts";
import type { ReviewsCapability } from "../../reviews.ts";
import { callGoogle } from "./google.ts";
import { entryOf } from "./map.ts";
import { reviewSchema, reviewsSchema } from "./wire.ts";

/** Reading reviews: the list, what changed last first, and one by its name. Source: "Business Profile APIs: reviews". */
export const reviews: ReviewsCapability = {
  async list(call, page) {
    const query = [
      ["pageSize", "50"],
      ["orderBy", "updateTime desc"],
      ...(page === undefined ? [] : ([["pageToken", page]] as const)),
    ] as const;
    const path = `v4/${call.channelRemoteId}/reviews`;
    const answer = await callGoogle(call, { method: "GET", on: "business", path, query }, reviewsSchema);
    if (!answer.ok) return err(answer.error.cause);
    const entries = answer.value.reviews.map(entryOf);
    const completeSince = Math.min(...entries.map(({ sortedAt }) => sortedAt));
    const { nextPageToken, totalReviewCount: total } = answer.value;
    return ok({ entries, completeSince, isWhole: true, total, next: nextPageToken || undefined });
  },

  async fetch(call, remoteId) {
    const request = { method: "GET", on: "business", path: `v4/${remoteId}` } as const;
    const answer = await callGoogle(call, request, reviewSchema);
    return answer.ok ? ok(entryOf(answer.value).items) : err(answer.error.cause);
  },
};
