import type { MediaOnWire } from "#core/channels/platforms/instagram/wire.ts";
import { graphTime } from "../../meta/graph-answer.ts";
import { badParameter, GraphError } from "../../meta/graph-error.ts";
import { assertFinished } from "./containers.ts";
import type { Account, Container, Media } from "./model.ts";
import type { World } from "./world.ts";

const quotaWindowS = 86_400;

/** `POST /{ig-user}/media_publish`: a container becomes visible, once. */
export function publishContainer(world: World, account: Account, creationId: string): { id: string } {
  const container = world.containers.get(creationId);
  if (container?.accountId !== account.id || container.isPart) {
    throw new GraphError(24, "The media you are trying to access could not be found.", { subcode: 2207006 });
  }
  if (container.mediaId) throw badParameter("The container has been published already.");
  assertFinished(world, container);
  if (usedQuota(world, account) >= world.currentSettings().quotaTotal) {
    throw new GraphError(9, "The account has reached its daily limit of publications.", { subcode: 2207042 });
  }
  const media = putMedia(world, { ...shapeOf(container), accountId: account.id, createdAt: world.clock.nowMs() });
  world.containers.put({ ...container, mediaId: media.id });
  return { id: media.id };
}

/** Puts something among the account's media. */
export function putMedia(world: World, media: Omit<Media, "id" | "shortcode" | "likes"> & { likes?: number }): Media {
  const id = world.newId();
  return world.media.put({ likes: 0, ...media, id, shortcode: `D${BigInt(id).toString(36).slice(-8)}` });
}

function shapeOf({ type, files, caption }: Container): Pick<Media, "type" | "product" | "files" | "caption"> {
  const single = files[0]?.kind === "video" ? "VIDEO" : "IMAGE";
  if (type === "STORIES") return { type: single, product: "STORY", files, caption: "" };
  if (type === "REELS") return { type: "VIDEO", product: "REELS", files, caption };
  return { type: type === "CAROUSEL" ? "CAROUSEL_ALBUM" : "IMAGE", product: "FEED", files, caption };
}

/** `GET /{ig-user}/content_publishing_limit`. */
export const publishingLimit = (world: World, account: Account): object => ({
  data: [
    {
      quota_usage: usedQuota(world, account),
      config: { quota_total: world.currentSettings().quotaTotal, quota_duration: quotaWindowS },
    },
  ],
});

const usedQuota = (world: World, account: Account): number =>
  world.media.list((it) => it.accountId === account.id && it.createdAt > world.clock.nowMs() - quotaWindowS * 1000)
    .length;

/** What the account shows, newest first: its posts and reels, or the stories of the last day. */
export function shown(world: World, account: Account, edge: "media" | "stories"): Media[] {
  const since = world.clock.nowMs() - quotaWindowS * 1000;
  return world.media
    .list((it) => it.accountId === account.id && (it.product === "STORY") === (edge === "stories"))
    .filter((it) => edge === "media" || it.createdAt > since)
    .toSorted((a, b) => b.createdAt - a.createdAt);
}

/** A publication as Graph gives it. */
export const mediaNode = (world: World, media: Media): MediaOnWire => ({
  id: media.id,
  timestamp: graphTime(media.createdAt),
  ...(media.caption && { caption: media.caption.trim() }),
  permalink: permalinkOf(world, media),
  media_type: media.type,
  media_product_type: media.product,
});

/** Where a person sees it. */
export const permalinkOf = (world: World, { product, shortcode, id }: Media): string =>
  product === "STORY" ? `${world.url()}/instagram/stories/${id}` : `${world.url()}/instagram/p/${shortcode}`;
