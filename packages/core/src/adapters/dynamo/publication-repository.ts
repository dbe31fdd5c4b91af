import * as v from "valibot";
import { type Publication, type Publications, publicationSchema, wakeShardOf } from "../../publishing/index.ts";
import { atMostFitting } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { publicationEntity } from "./entities/publishing.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): Publication => v.parse(publicationSchema, item);

/** Sorts after every character of an id. */
const last = "~";

/** As it is stored: in the wake index only while it waits, so the index's attributes are there both or not at all. */
function stored(publication: Publication) {
  const { wakeAt, ...rest } = parse(publication);
  return wakeAt === undefined ? rest : { ...rest, wakeAt, wakeShard: wakeShardOf(publication) };
}

/** Publications in the table. */
export function publicationRepository(dynamo: Dynamo): Publications {
  const publications = publicationEntity(dynamo);
  const get = async (workspaceId: string, id: string) => {
    const { data } = await publications.get({ workspaceId, id }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    getMany: async (workspaceId, ids) => {
      if (ids.length === 0) return [];
      const keys = [...new Set(ids)].map((id) => ({ workspaceId, id }));
      const { data, unprocessed } = await publications.get(keys).go({ consistent: true });
      if (unprocessed.length > 0) throw new Error(`DynamoDB left ${unprocessed.length} publications unread`);
      return data.map(parse);
    },
    create: (publication) => happens(() => publications.create(stored(publication)).go()),
    save: (publication) =>
      savedVersion(
        publication,
        (next) =>
          publications
            .put(stored(next))
            .where(({ version }, { eq }) => eq(version, publication.version))
            .go(),
        () => get(publication.workspaceId, publication.id),
      ),
    list: async (workspaceId, { from, to, channelIds, states, limit, after, ...filing }) => {
      const first = after ? { dueAt: after.at, id: `${after.id}${last}` } : { dueAt: from };
      const { data } = await publications.query
        .calendar({ workspaceId })
        .between(first, { dueAt: to - 1, id: last })
        .where(({ channelId }, { eq }) => (channelIds ?? []).map((wanted) => eq(channelId, wanted)).join(" OR "))
        .where(({ state }, { eq }) => (states ?? []).map((wanted) => eq(state, wanted)).join(" OR "))
        .where(({ campaignId, authorId, topic, labels }, { eq, contains }) =>
          [
            ...(filing.campaignId === undefined ? [] : [eq(campaignId, filing.campaignId)]),
            ...(filing.authorId === undefined ? [] : [eq(authorId, filing.authorId)]),
            ...(filing.topic === undefined ? [] : [eq(topic, filing.topic)]),
            ...(filing.label === undefined ? [] : [contains(labels, filing.label)]),
          ].join(" AND "),
        )
        .go(atMostFitting(limit));
      return data.map(parse);
    },
    waiting: async (shard, until, cursor) => {
      const { data, cursor: next } = await publications.query
        .wake({ wakeShard: shard })
        .lte({ wakeAt: until })
        .go({ cursor });
      return { items: data.map(parse), ...(next && { cursor: next }) };
    },
  };
}
