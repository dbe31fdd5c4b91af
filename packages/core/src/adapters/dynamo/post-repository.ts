import * as v from "valibot";
import { mediaIdsOf, type OwingPosts, type Post, type Posts, postSchema } from "../../content/index.ts";
import { assetUseRepository } from "./asset-use-repository.ts";
import { atMost, atMostFitting } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { postEntity, postOwedShards } from "./entities/content.ts";
import { savedVersion } from "./versioned.ts";
import { fromWakeShards, wakeShardOf } from "./wake-shard.ts";

const parse = (item: unknown): Post => v.parse(postSchema, item);

const toItem = (post: Post) => ({
  ...parse(post),
  owedShard: wakeShardOf(post.id, postOwedShards),
  owedAt: post.owed?.at ?? 0,
});

/** Posts in the table. */
export function postRepository(dynamo: Dynamo): Posts & OwingPosts {
  const posts = postEntity(dynamo);
  const uses = assetUseRepository(dynamo);
  const get = async (workspaceId: string, id: string) => {
    const { data } = await posts.get({ workspaceId, id }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  const noteFiles = (post: Post) => uses.note(post.workspaceId, post.id, mediaIdsOf(post));
  return {
    get,
    getMany: async (workspaceId, ids) => {
      if (ids.length === 0) return [];
      const keys = [...new Set(ids)].map((id) => ({ workspaceId, id }));
      const { data, unprocessed } = await posts.get(keys).go({ consistent: true });
      if (unprocessed.length > 0) throw new Error(`DynamoDB left ${unprocessed.length} posts unread`);
      return data.map(parse);
    },
    create: async (post) => {
      await noteFiles(post);
      return happens(() => posts.create(toItem(post)).go());
    },
    save: async (post) => {
      await noteFiles(post);
      return savedVersion(
        post,
        (next) =>
          posts
            .put(toItem(next))
            .where(({ version }, { eq }) => eq(version, post.version))
            .go(),
        () => get(post.workspaceId, post.id),
      );
    },
    listOwing: async (nowMs, limit) => {
      const found = await fromWakeShards(postOwedShards, (owedShard) =>
        posts.query
          .byOwed({ owedShard })
          .lt({ owedAt: nowMs + 1 })
          .go(atMost(limit)),
      );
      return found.map(parse).slice(0, limit);
    },
    list: async (workspaceId, { states, limit, after }) => {
      const listed = posts.query.byTime({ workspaceId });
      const rest = after ? listed.lt({ createdAt: after.at, id: after.id }) : listed;
      const { data } = await rest
        .where(({ state }, { eq }) => (states ?? []).map((wanted) => eq(state, wanted)).join(" OR "))
        .go({ order: "desc", ...atMostFitting(limit) });
      return data.map(parse);
    },
  };
}
