import * as v from "valibot";
import { type Review, type Reviews, reviewSchema } from "../../reviews/index.ts";
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
    list: async (workspaceId, { state, order, channelId, opinion, language }, limit, after) => {
      const listed = reviews.query.byState({ workspaceId, state });
      const place = after && { occurredAt: after.occurredAt, id: after.id };
      const rest = place ? (order === "newest" ? listed.lt(place) : listed.gt(place)) : listed;
      const { data } = await rest
        .where((of, { eq }) =>
          [
            ...(channelId ? [eq<string, typeof of.channelId>(of.channelId, channelId)] : []),
            ...(typeof opinion === "number" ? [eq<number, typeof of.rating>(of.rating, opinion)] : []),
            ...(typeof opinion === "boolean" ? [eq<boolean, typeof of.recommends>(of.recommends, opinion)] : []),
            ...(language ? [eq<string, typeof of.language>(of.language, language)] : []),
          ].join(" AND "),
        )
        .go({ order: order === "newest" ? "desc" : "asc", count: limit });
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
