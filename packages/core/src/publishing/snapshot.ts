import type { Channels } from "../channels/connected/index.ts";
import { type Asset, type Assets, contentFor, type LinkPlanDeps, linkPlansFor, type Post } from "../content/index.ts";
import type { Clock } from "../kernel/clock.ts";
import { targetsToShorten, withOutgoingLinks } from "../links/index.ts";
import { type ShortLinks, shorten } from "../short-links/index.ts";
import { type PublicationContent, publicationIdOf } from "./model.ts";

export interface SnapshotDeps extends LinkPlanDeps {
  readonly assets: Pick<Assets, "getMany">;
  readonly channels: Pick<Channels, "get">;
  readonly shortLinks: ShortLinks;
  readonly clock: Clock;
}

/**
 * What a post shows on a channel, with its files resolved and its links as they go out; `null` when a file is not usable.
 * The clicks of short links are counted by days of `timeZone`.
 */
export async function snapshotOf(
  deps: SnapshotDeps,
  post: Post,
  channelId: string,
  timeZone: string,
): Promise<PublicationContent | null> {
  const { mediaIds, thread, ...texts } = await outgoingContent(deps, post, channelId, timeZone);
  const allIds = [...mediaIds, ...(thread ?? []).flatMap((part) => part.mediaIds)];
  const found = allIds.length > 0 ? await deps.assets.getMany(post.workspaceId, allIds) : [];
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

/** The content of a channel with its links tagged, and the short links stored that it shows. */
async function outgoingContent(deps: SnapshotDeps, post: Post, channelId: string, timeZone: string) {
  const content = contentFor(post, channelId);
  const channel = await deps.channels.get(post.workspaceId, channelId);
  if (!channel) return content;
  const plan = (await linkPlansFor(deps, post.workspaceId, post))(channel);
  const owner = { workspaceId: post.workspaceId, publicationId: publicationIdOf(post.id, channelId), timeZone };
  const codes = await shorten(deps, owner, targetsToShorten(plan, content));
  return withOutgoingLinks(plan, content, (target) => plan.shortBase + codes.get(target));
}

const shown = ({ id, key, kind, contentType, altText, fileName }: Asset) => ({
  assetId: id,
  key,
  kind,
  contentType,
  altText,
  fileName,
});
