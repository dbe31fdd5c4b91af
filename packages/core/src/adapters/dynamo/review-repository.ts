import * as v from "valibot";
import { type Review, type Reviews, reviewSchema } from "../../reviews/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { reviewEntity } from "./entities/reviews.ts";

const parse = (item: unknown): Review => v.parse(reviewSchema, item);

/** Reviews in the table. */
export function reviewRepository(dynamo: Dynamo): Reviews {
  const reviews = reviewEntity(dynamo);
  return {
    get: async (workspaceId, id) => {
      const { data } = await reviews.get({ workspaceId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    save: (review, expected) => {
      const item = parse(review);
      return happens(() =>
        expected === null
          ? reviews.create(item).go()
          : reviews
              .put(item)
              .where(({ revision }, { eq }) => eq(revision, expected))
              .go(),
      );
    },
    list: async (workspaceId, state, order, limit, after) => {
      const listed = reviews.query.byState({ workspaceId, state });
      const place = after && { occurredAt: after.occurredAt, id: after.id };
      const rest = place ? (order === "newest" ? listed.lt(place) : listed.gt(place)) : listed;
      const { data } = await rest.go({ order: order === "newest" ? "desc" : "asc", ...atMost(limit) });
      return data.map(parse);
    },
    listByChannelAndTime: async (workspaceId, channelId, from, to) => {
      const { data } = await reviews.query
        .byTime({ workspaceId, channelId })
        .between({ occurredAt: from }, { occurredAt: to })
        .go({ pages: "all" });
      return data.map(parse).filter(({ occurredAt }) => occurredAt >= from && occurredAt < to);
    },
  };
}
