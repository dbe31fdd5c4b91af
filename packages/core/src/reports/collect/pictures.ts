import type { Asset, Assets, ObjectStore } from "../../content/index.ts";
import type { Publication } from "../../publishing/index.ts";
import type { ReportPicture } from "../content.ts";

/** Where the pictures of publications come from. */
export interface ReportPictures {
  readonly assets: Pick<Assets, "getMany">;
  readonly objects: Pick<ObjectStore, "read">;
}

/** What is decoded for a picture of a few hundred pixels: a larger file is not worth its memory. */
const limits = { bytes: 4_000_000, pixels: 16_000_000 };

/** The first picture of each of some posts: its small one where the library has it, else the file itself if that is small. */
export async function picturesOf(
  { assets, objects }: ReportPictures,
  workspaceId: string,
  contents: readonly Publication["content"][],
): Promise<readonly (ReportPicture | undefined)[]> {
  const firsts = contents.map(({ media: [first] }) => first?.assetId);
  const ids = [...new Set(firsts.filter((id) => id !== undefined))];
  const found = new Map((ids.length === 0 ? [] : await assets.getMany(workspaceId, ids)).map((one) => [one.id, one]));
  return Promise.all(
    firsts.map(async (id) => {
      const asset = id === undefined ? undefined : found.get(id);
      const file = asset && smallFile(asset);
      const bytes = file && (await objects.read(file.key, limits.bytes));
      return bytes ? { bytes, contentType: file.contentType, altText: asset.altText } : undefined;
    }),
  );
}

function smallFile({ state, thumbnail, kind, key, contentType, ...asset }: Asset) {
  if (state !== "ready") return undefined;
  if (thumbnail) return { key: thumbnail.key, contentType: thumbnail.contentType };
  const pixels = (asset.width ?? Number.POSITIVE_INFINITY) * (asset.height ?? 1);
  const isSmall = kind === "image" && asset.bytes <= limits.bytes && pixels <= limits.pixels;
  return isSmall ? { key, contentType } : undefined;
}
