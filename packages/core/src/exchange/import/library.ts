import type { Asset, Assets } from "../../content/index.ts";

/** How many files of the library a name is looked for in, the newest first. */
const longestLook = 5000;
const pageLength = 100;

/**
 * Finds files of the library by id or name, and keeps what it has seen, so that a table of thousands of rows asks for a
 * file once. Memory holds only what was asked for.
 */
export function libraryOf(assets: Pick<Assets, "getMany" | "list">, workspaceId: string) {
  const byId = new Map<string, Asset>();
  const byName = new Map<string, Asset | null>();

  async function lookForIds(ids: readonly string[]) {
    const missing = [...new Set(ids)].filter((id) => !byId.has(id));
    for (let at = 0; at < missing.length; at += pageLength) {
      for (const asset of await assets.getMany(workspaceId, missing.slice(at, at + pageLength))) {
        byId.set(asset.id, asset);
      }
    }
  }

  async function lookForNames(names: readonly string[]) {
    const missing = new Set(names.filter((name) => !byName.has(name)));
    let after: { at: number; id: string } | undefined;
    for (let seen = 0; missing.size > 0 && seen < longestLook; seen += pageLength) {
      const page = await assets.list(workspaceId, { limit: pageLength, after });
      for (const asset of page.filter(({ state }) => state === "ready")) {
        if (missing.delete(asset.fileName)) {
          byName.set(asset.fileName, asset);
          byId.set(asset.id, asset);
        }
      }
      const last = page.at(-1);
      if (!last || page.length < pageLength) break;
      after = { at: last.createdAt, id: last.id };
    }
    for (const name of missing) byName.set(name, null);
  }

  return {
    /** Looks for files that rows are going to name. */
    look: async (wanted: { ids: readonly string[]; names: readonly string[] }) => {
      await lookForIds(wanted.ids);
      if (wanted.names.length > 0) await lookForNames(wanted.names);
    },
    file: (reference: { assetId: string } | { fileName: string }): Asset | undefined =>
      "assetId" in reference ? byId.get(reference.assetId) : (byName.get(reference.fileName) ?? undefined),
    /** Those of the ids that were found. */
    known: (ids: readonly string[]): readonly Asset[] => ids.flatMap((id) => byId.get(id) ?? []),
  };
}
