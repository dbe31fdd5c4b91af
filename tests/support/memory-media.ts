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

/** Which posts may show which file, in memory. */
export function memoryAssetUses(): AssetUses {
  const lines = new Set<string>();
  const keyOf = (...parts: readonly string[]) => parts.join("/");
  return {
    note: async (workspaceId, postId, assetIds) => {
      for (const assetId of assetIds) lines.add(keyOf(workspaceId, assetId, postId));
    },
    postIds: async (workspaceId, assetId, { limit, after }) => {
      const prefix = `${keyOf(workspaceId, assetId)}/`;
      const found = [...lines].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      const rest = found.filter((postId) => after === undefined || postId < after);
      return rest.sort().reverse().slice(0, limit);
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
