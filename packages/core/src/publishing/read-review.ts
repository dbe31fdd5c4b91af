import type { Workspaces } from "../access/index.ts";
import type { Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { Manifest } from "../channels/manifest.ts";
import {
  type Asset,
  type Assets,
  answerThrough,
  type BaseContent,
  contentFor,
  mediaIdsOf,
  type ObjectStore,
  openReview,
  type PostHistoryEntry,
  type ReviewLink,
  type ReviewLinkDeps,
  shownDigest,
} from "../content/index.ts";
import type { Failure } from "../kernel/failure.ts";
import { ok, type Result } from "../kernel/result.ts";
import { publicationsOf } from "./cancel-publication.ts";
import type { Publication } from "./model.ts";
import type { Publications } from "./ports.ts";

/** How long the addresses of the pictures work, in seconds. */
const mediaS = 15 * 60;

/** A file as the page shows it, at an address for a quarter of an hour. */
export interface ReviewMedia extends Pick<Asset, "kind" | "altText" | "width" | "height"> {
  readonly url: string;
}

/** The post as one of its channels will show it, and when. */
export interface ReviewChannel {
  readonly name: string;
  readonly manifest: Manifest;
  readonly content: Omit<BaseContent, "mediaIds" | "thread">;
  readonly media: readonly ReviewMedia[];
  readonly thread: readonly { readonly text: string; readonly media: readonly ReviewMedia[] }[];
  readonly publication: Publication | undefined;
}

/** Everything that a reviewer from outside may know, and nothing else. */
export interface ReviewPage {
  readonly link: ReviewLink;
  readonly workspaceName: string;
  readonly timeZone: string;
  readonly seen: string;
  /** What was last answered through this link, and whether to what is shown now. */
  readonly answer: { readonly entry: PostHistoryEntry; readonly isCurrent: boolean } | undefined;
  readonly channels: readonly ReviewChannel[];
}

export interface ReadReviewDeps extends ReviewLinkDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly channels: Pick<Channels, "list">;
  readonly connectorFor: ConnectorFor;
  readonly assets: Pick<Assets, "getMany">;
  readonly publications: Pick<Publications, "getMany">;
  readonly objects: Pick<ObjectStore, "presignGet">;
}

/** What a link's page shows. The token is all that is asked of the caller; see `openReview` for who gets nothing. */
export async function readReview(deps: ReadReviewDeps, token: string): Promise<Result<ReviewPage, Failure>> {
  const opened = await openReview(deps, token);
  if (!opened.ok) return opened;
  const { link, post } = opened.value;
  const [workspace, channels, assets, publications] = await Promise.all([
    deps.workspaces.get(post.workspaceId),
    deps.channels.list(post.workspaceId),
    deps.assets.getMany(post.workspaceId, mediaIdsOf(post)),
    publicationsOf(deps.publications, post),
  ]);
  const ready = new Map(assets.filter(({ state }) => state === "ready").map((asset) => [asset.id, asset]));
  const filesOf = (ids: readonly string[]) =>
    Promise.all(ids.flatMap((id) => ready.get(id) ?? []).map((asset) => mediaOf(deps.objects, asset)));
  const shown = channels
    .filter(({ id }) => post.channelIds.includes(id))
    .map(async (channel): Promise<ReviewChannel | null> => {
      const manifest = deps.connectorFor(channel.platform)?.manifest;
      if (!manifest) return null;
      const { mediaIds, thread = [], ...content } = contentFor(post, channel.id);
      const publication = publications.find(({ channelId }) => channelId === channel.id);
      const media = await filesOf(mediaIds);
      const parts = thread.map(async (part) => ({ text: part.text, media: await filesOf(part.mediaIds) }));
      return { name: channel.name, manifest, content, media, thread: await Promise.all(parts), publication };
    });
  const entry = answerThrough(post, link.id);
  const seen = shownDigest(post);
  return ok({
    link,
    workspaceName: workspace?.name ?? "",
    timeZone: workspace?.timeZone ?? "UTC",
    seen,
    answer: entry && { entry, isCurrent: entry.outside?.seen === seen },
    channels: (await Promise.all(shown)).filter((channel) => channel !== null),
  });
}

const mediaOf = async (
  objects: Pick<ObjectStore, "presignGet">,
  { key, kind, altText, width, height }: Asset,
): Promise<ReviewMedia> => ({ kind, altText, width, height, url: await objects.presignGet(key, mediaS) });
