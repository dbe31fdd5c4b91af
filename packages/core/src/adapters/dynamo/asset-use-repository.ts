import type { AssetUses } from "../../content/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { assetUseEntity } from "./entities/media.ts";

/** Which posts show which file, in the table. */
export function assetUseRepository(dynamo: Dynamo): AssetUses {
  const uses = assetUseEntity(dynamo);
  return {
    note: async (workspaceId, { postId, revision }, assetIds) => {
      await Promise.all(assetIds.map((assetId) => uses.put({ workspaceId, assetId, postId, revision }).go()));
    },
    forget: async (workspaceId, { postId, revision: since }, assetIds) => {
      const forgetOne = (assetId: string) =>
        happens(() =>
          uses
            .delete({ workspaceId, assetId, postId })
            .where(({ revision }, { lt }) => lt(revision, since))
            .go(),
        );
      await Promise.all(assetIds.map(forgetOne));
    },
    postIds: async (workspaceId, assetId, limit) => {
      const { data } = await uses.query
        .primary({ workspaceId, assetId })
        .go({ count: limit, order: "desc", consistent: true });
      return data.map(({ postId }) => postId);
    },
  };
}
