import { badParameter, GraphError } from "../../meta/graph-error.ts";
import * as changes from "./changes.ts";
import { fetchPhoto, fetchVideo } from "./media.ts";
import type { Page, Post, Video } from "./model.ts";
import type { World } from "./world.ts";

const maxTextCharacters = 63_206;
const maxAttached = 10;

/** `POST /{page}/feed`. */
export function createPost(
  world: World,
  page: Page,
  params: Record<string, string>,
): { id: string; permalink_url: string } {
  const message = (params.message ?? "").trim();
  const photoIds = attachedMedia(params.attached_media);
  if ([...message].length > maxTextCharacters) throw badParameter("The message is too long.");
  if (!message && !params.link && photoIds.length === 0)
    throw badParameter("You must provide a message or an attachment.");
  if (params.link) checkLink(params.link);
  if (photoIds.length > maxAttached) throw badParameter(`At most ${maxAttached} attached media.`);
  for (const id of photoIds) if (world.photos.get(id)?.pageId !== page.id) throw badParameter(`Invalid media ${id}.`);
  if (isRepeated(world, page, message, params.link, photoIds)) throw new GraphError(506, "Duplicate status message");
  return describe(
    world,
    putPost(world, page, { message, link: params.link, photoIds, createdAt: world.clock.nowMs() }),
  );
}

/** Puts a post on the page and tells the subscribers. */
export function putPost(
  world: World,
  page: Page,
  post: Omit<Post, "id" | "pageId" | "from"> & Partial<Pick<Post, "id" | "from">>,
): Post {
  const id = post.id ?? `${page.id}_${nextObjectId(world)}`;
  const kept = world.posts.put({ ...post, id, pageId: page.id, from: post.from ?? { id: page.id, name: page.name } });
  world.announce(changes.postChange(kept, "add", kept.createdAt));
  return kept;
}

/** The address and id of a post. */
export const describe = (world: World, post: Post): { id: string; permalink_url: string } => ({
  id: post.id,
  permalink_url: permalinkOf(world, post),
});

export const permalinkOf = (world: World, post: Pick<Post, "id" | "pageId">): string =>
  `${world.url()}/facebook/pages/${post.pageId}#${post.id}`;

/** `POST /{page}/photos`: only unpublished uploads, as `attached_media` wants them, or a photo post at once. */
export async function createPhoto(world: World, page: Page, params: Record<string, string>): Promise<object> {
  if (!params.url) throw badParameter("(url) is required.");
  const id = nextObjectId(world);
  const media = await fetchPhoto(world.mediaDir, id, params.url);
  const { file, contentType, width, height } = media;
  world.photos.put({ id, pageId: page.id, file, contentType, width, height, altText: params.alt_text_custom ?? "" });
  if (params.published === "false") return { id };
  const message = params.caption ?? params.message ?? "";
  const post = putPost(world, page, { message, photoIds: [id], createdAt: world.clock.nowMs() });
  return { id, post_id: post.id };
}

/** `POST /{page}/videos` with `file_url`. */
export async function createVideo(world: World, page: Page, params: Record<string, string>): Promise<object> {
  if (!params.file_url) throw badParameter("(file_url) is required.");
  const id = nextObjectId(world);
  const { file, contentType } = await fetchVideo(world.mediaDir, id, params.file_url);
  const readyAt = world.clock.nowMs() + world.currentSettings().videoProcessingMs;
  const description = params.description ?? "";
  const video = { id, pageId: page.id, file, contentType, description, readyAt, published: false };
  world.videos.put(video);
  if (params.published !== "false") publishVideo(world, page, video);
  return { id };
}

/** `POST /{video}` with `published=true`. Publishing what is published changes nothing. */
export function publishVideo(world: World, page: Page, video: Video): { success: true } {
  if (video.published) return { success: true };
  if (video.readyAt > world.clock.nowMs())
    throw new GraphError(1, "The video is still being processed.", { subcode: 1363047, transient: true });
  const post = putPost(world, page, {
    message: video.description,
    photoIds: [],
    videoId: video.id,
    createdAt: world.clock.nowMs(),
  });
  world.videos.put({ ...video, published: true, postId: post.id });
  return { success: true };
}

/** `GET /{video}`. */
export const describeVideo = (world: World, video: Video): object => ({
  id: video.id,
  published: video.published,
  status: { video_status: video.readyAt > world.clock.nowMs() ? "processing" : "ready" },
  ...(video.postId
    ? { post_id: video.postId, permalink_url: permalinkOf(world, { id: video.postId, pageId: video.pageId }) }
    : {}),
});

/** The next id of a photo, video, comment or post: as long as Facebook's. */
export const nextObjectId = (world: World): string => `1220${String(world.next("objects")).padStart(11, "0")}`;

function attachedMedia(json: string | undefined): string[] {
  if (!json) return [];
  try {
    const list = JSON.parse(json) as { media_fbid?: string }[];
    return list.map(({ media_fbid }) => String(media_fbid ?? ""));
  } catch {
    throw badParameter("(attached_media) must be a JSON list.");
  }
}

function checkLink(link: string): void {
  const refused = (why: string) => new GraphError(100, why, { subcode: 1609008 });
  if (!URL.canParse(link)) throw refused("The URL you supplied is invalid.");
  const { protocol, hostname } = new URL(link);
  if (protocol !== "https:" && protocol !== "http:") throw refused("The URL you supplied is invalid.");
  if (/(^|\.)facebook\.com$/.test(hostname)) throw refused("Links to facebook.com are not allowed.");
}

/** Facebook refuses the same words again within a short time. */
function isRepeated(world: World, page: Page, message: string, link: string | undefined, photoIds: string[]): boolean {
  if (!message || photoIds.length > 0) return false;
  const since = world.clock.nowMs() - 60_000;
  return world.posts
    .under(`${page.id}_`)
    .some((it) => !it.removed && it.createdAt > since && it.message === message && it.link === link);
}
