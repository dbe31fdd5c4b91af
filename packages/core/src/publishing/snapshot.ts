import { type Asset, type Assets, contentFor, type Post } from "../content/index.ts";
import type { PublicationContent } from "./model.ts";

/** What a post shows on a channel, with its files resolved; `null` when one of them is not usable. */
export async function snapshotOf(
  assets: Pick<Assets, "getMany">,
  post: Post,
  channelId: string,
): Promise<PublicationContent | null> {
  const { mediaIds, thread, ...texts } = contentFor(post, channelId);
  const allIds = [...mediaIds, ...(thread ?? []).flatMap((part) => part.mediaIds)];
  const found = allIds.length > 0 ? await assets.getMany(post.workspaceId, allIds) : [];
  const ready = new Map(found.flatMap((asset) => (asset.state === "ready" ? [[asset.id, shown(asset)]] : [])));
  if (allIds.some((id) => !ready.has(id))) return null;
  const filesOf = (ids: readonly string[]) => ids.flatMap((id) => ready.get(id) ?? []);
  const parts = thread?.map((part) => ({ text: part.text, media: filesOf(part.mediaIds) }));
  return { revision: post.revision, ...texts, media: filesOf(mediaIds), ...(parts && { thread: parts }) };
}

/** The name of the first file that keeps a post from being shown on a channel. */
export async function unusableFile(assets: Pick<Assets, "getMany">, post: Post, channelId: string): Promise<string> {
  const { mediaIds, thread = [] } = contentFor(post, channelId);
  const allIds = [...mediaIds, ...thread.flatMap((part) => part.mediaIds)];
  const byId = new Map((await assets.getMany(post.workspaceId, allIds)).map((asset) => [asset.id, asset]));
  const first = allIds.find((id) => byId.get(id)?.state !== "ready");
  return (first && byId.get(first)?.fileName) ?? "";
}

const shown = ({ id, key, kind, contentType, altText }: Asset) => ({ assetId: id, key, kind, contentType, altText });
