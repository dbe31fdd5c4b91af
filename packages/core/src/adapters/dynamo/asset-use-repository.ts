import type { AssetUses } from "../../content/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { assetUseEntity } from "./entities/media.ts";

/** Which posts may show which file, in the table. */
export function assetUseRepository(dynamo: Dynamo): AssetUses {
  const uses = assetUseEntity(dynamo);
  return {
    note: async (workspaceId, postId, assetIds) => {
      await Promise.all(assetIds.map((assetId) => uses.put({ workspaceId, assetId, postId }).go()));
    },
    postIds: async (workspaceId, assetId, { limit, after }) => {
      const all = uses.query.primary({ workspaceId, assetId });
      const rest = after === undefined ? all : all.lt({ postId: after });
      const { data } = await rest.go({ ...atMost(limit), order: "desc", consistent: true });
      return data.map(({ postId }) => postId);
    },
  };
}
