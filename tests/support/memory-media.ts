import type { Asset, Assets, AssetUses, MediaFolders } from "#core/content/index.ts";

/** The list of files in memory, as the table gives it: the newest first, of one folder or of all. */
export const listedAssets =
  (items: { all(): readonly Asset[] }): Assets["list"] =>
  async (workspaceId, { folder, limit, after }) => {
    const isAfter = (a: Asset) => !after || a.createdAt < after.at || (a.createdAt === after.at && a.id < after.id);
    return items
      .all()
      .filter((asset) => asset.workspaceId === workspaceId && (folder === undefined || asset.folder === folder))
      .filter(isAfter)
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
      .slice(0, limit);
  };

/** Which posts show which file, in memory. */
export function memoryAssetUses(): AssetUses {
  const lines = new Map<string, number>();
  const keyOf = (...parts: readonly string[]) => parts.join("/");
  return {
    note: async (workspaceId, { postId, revision }, assetIds) => {
      for (const assetId of assetIds) lines.set(keyOf(workspaceId, assetId, postId), revision);
    },
    forget: async (workspaceId, { postId, revision }, assetIds) => {
      for (const key of assetIds.map((assetId) => keyOf(workspaceId, assetId, postId))) {
        if ((lines.get(key) ?? revision) < revision) lines.delete(key);
      }
    },
    postIds: async (workspaceId, assetId, limit) => {
      const prefix = `${keyOf(workspaceId, assetId)}/`;
      const found = [...lines.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      return found.sort().reverse().slice(0, limit);
    },
  };
}

/** Brand folders in memory. */
export function memoryFolders(): MediaFolders {
  const names = new Set<string>();
  return {
    list: async () => [...names].sort(),
    add: async (_workspaceId, name) => void names.add(name),
    remove: async (_workspaceId, name) => void names.delete(name),
  };
}
