import * as v from "valibot";
import { type Asset, type Assets, assetSchema, uploadLifetime } from "../../content/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { assetEntity } from "./entities/content.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): Asset => v.parse(assetSchema, item);

const stored = (asset: Asset) => ({
  ...parse(asset),
  ...(asset.state !== "ready" && { expiresAt: Math.ceil((asset.createdAt + uploadLifetime.forgetMs) / 1000) }),
});

/** Files of the media library in the table. */
export function assetRepository(dynamo: Dynamo): Assets {
  const assets = assetEntity(dynamo);
  const get = async (workspaceId: string, id: string) => {
    const { data } = await assets.get({ workspaceId, id }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    getMany: async (workspaceId, ids) => {
      if (ids.length === 0) return [];
      const keys = [...new Set(ids)].map((id) => ({ workspaceId, id }));
      const { data, unprocessed } = await assets.get(keys).go({ consistent: true });
      if (unprocessed.length > 0) throw new Error(`DynamoDB left ${unprocessed.length} assets unread`);
      return data.map(parse);
    },
    create: (asset) => happens(() => assets.create(stored(asset)).go()),
    save: (asset) =>
      savedVersion(
        asset,
        (next) =>
          assets
            .put(stored(next))
            .where(({ version }, { eq }) => eq(version, asset.version))
            .go(),
        () => get(asset.workspaceId, asset.id),
      ),
    list: async (workspaceId, { limit, after }) => {
      const listed = assets.query.byTime({ workspaceId });
      const rest = after ? listed.lt({ createdAt: after.at, id: after.id }) : listed;
      const { data } = await rest.go({ order: "desc", count: limit });
      return data.map(parse);
    },
  };
}
