import { type Asset, type Assets, contentFor, type Post } from "../content/index.ts";
import type { PublicationContent } from "./model.ts";

/** What a post shows on a channel, with its files resolved; `null` when one of them is not usable. */
export async function snapshotOf(
  assets: Pick<Assets, "getMany">,
  post: Post,
  channelId: string,
): Promise<PublicationContent | null> {
  const { mediaIds, ...words } = contentFor(post, channelId);
  const found = mediaIds.length > 0 ? await assets.getMany(post.workspaceId, mediaIds) : [];
  const byId = new Map(found.map((asset) => [asset.id, asset]));
  const media: PublicationContent["media"] = [];
  for (const id of mediaIds) {
    const asset = byId.get(id);
    if (asset?.state !== "ready") return null;
    media.push(shown(asset));
  }
  return { revision: post.revision, ...words, media };
}

const shown = ({ id, key, kind, contentType, altText }: Asset) => ({ assetId: id, key, kind, contentType, altText });
