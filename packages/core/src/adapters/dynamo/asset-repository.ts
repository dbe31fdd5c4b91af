import * as v from "valibot";
import { type Asset, type Assets, assetSchema, uploadLifetime } from "../../content/index.ts";
import type { TimePosition } from "../../kernel/cursor.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { assetEntity } from "./entities/media.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): Asset => v.parse(assetSchema, item);

const shelfOf = (workspaceId: string, folder: string): string => `${workspaceId}/${folder}`;
const placeOf = ({ at, id }: TimePosition): string => `${String(at).padStart(13, "0")}#${id}`;

/** As it is stored: in the index of folders only while it is in one, forgotten by the table if it never became ready. */
function stored(asset: Asset) {
  const { folder, ...rest } = parse(asset);
  const { id, workspaceId, createdAt, state } = rest;
  const shelf = folder !== undefined && {
    folder,
    shelf: shelfOf(workspaceId, folder),
    shelfPlace: placeOf({ at: createdAt, id }),
  };
  const forgotten = (state === "pending" || state === "refused") && {
    expiresAt: Math.ceil((createdAt + uploadLifetime.forgetMs) / 1000),
  };
  return { ...rest, ...shelf, ...forgotten };
}

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
    list: async (workspaceId, { folder, limit, after }) => {
      if (folder !== undefined) {
        const inFolder = assets.query.inFolder({ shelf: shelfOf(workspaceId, folder) });
        const rest = after ? inFolder.lt({ shelfPlace: placeOf(after) }) : inFolder;
        return (await rest.go({ order: "desc", ...atMost(limit) })).data.map(parse);
      }
      const listed = assets.query.byTime({ workspaceId });
      const rest = after ? listed.lt({ createdAt: after.at, id: after.id }) : listed;
      const { data } = await rest.go({ order: "desc", ...atMost(limit) });
      return data.map(parse);
    },
  };
}
