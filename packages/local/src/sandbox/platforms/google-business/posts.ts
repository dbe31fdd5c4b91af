import { fileTypeFromBuffer } from "file-type";
import * as v from "valibot";
import { GoogleError } from "../../google/google-error.ts";
import { download, keep, sizeOf } from "../../meta/fetch-media.ts";
import type { Location, Post } from "./model.ts";
import { placeOf, type World } from "./world.ts";

const mebibyte = 1024 * 1024;
const leastPixels = 250;

const newPostSchema = v.object({
  topicType: v.literal("STANDARD"),
  summary: v.optional(v.pipe(v.string(), v.maxLength(1500))),
  callToAction: v.optional(v.object({ actionType: v.literal("LEARN_MORE"), url: v.pipe(v.string(), v.url()) })),
  media: v.optional(
    v.pipe(
      v.array(v.object({ mediaFormat: v.literal("PHOTO"), sourceUrl: v.pipe(v.string(), v.url()) })),
      v.maxLength(1),
    ),
    [],
  ),
});

/** `POST .../localPosts`: fetches the picture while the call is open, then the post stands, examined or to be. */
export async function createPost(world: World, location: Location, body: unknown): Promise<object> {
  const asked = v.safeParse(newPostSchema, body);
  if (!asked.success) {
    const field = String(asked.issues[0].path?.[0]?.key ?? "").replace("callToAction", "call_to_action");
    throw new GoogleError("INVALID_ARGUMENT", "Request contains an invalid argument.", field);
  }
  const { summary = "", callToAction, media } = asked.output;
  if (!summary && media.length === 0) {
    throw new GoogleError("INVALID_ARGUMENT", "Request contains an invalid argument.", "summary");
  }
  const id = world.newId();
  const [file] = media;
  const photo = file && (await fetchPhoto(world, id, file.sourceUrl));
  const { examinationMs, rejectPosts } = world.currentSettings();
  const createdAt = world.clock.nowMs();
  const post = world.posts.put({
    id,
    locationId: location.id,
    summary,
    button: callToAction,
    photo,
    createdAt,
    readyAt: createdAt + examinationMs,
    rejected: rejectPosts,
  });
  return postNode(world, location, post);
}

async function fetchPhoto(world: World, id: string, url: string): Promise<string> {
  const refuse = (why: string) =>
    new GoogleError("INVALID_ARGUMENT", `The photo was refused: ${why}`, "media.source_url");
  const bytes = await download(url, 5 * mebibyte, refuse);
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? "unknown";
  if (type !== "image/jpeg" && type !== "image/png") throw refuse("neither JPEG nor PNG");
  const { width, height } = sizeOf(bytes, refuse);
  if (Math.min(width, height) < leastPixels) throw refuse("too small");
  return keep(world.mediaDir, id, type, bytes);
}

/** The newest posts of a location first. */
export const listPosts = (world: World, location: Location): object => ({
  localPosts: world.posts
    .list(({ locationId }) => locationId === location.id)
    .toReversed()
    .map((post) => postNode(world, location, post)),
});

/** A post as v4 gives it. */
export function postNode(world: World, location: Location, post: Post): object {
  const isExamined = post.readyAt <= world.clock.nowMs();
  const state = !isExamined ? "PROCESSING" : post.rejected ? "REJECTED" : "LIVE";
  const time = new Date(post.createdAt).toISOString();
  return {
    name: `${placeOf(location)}/localPosts/${post.id}`,
    topicType: "STANDARD",
    ...(post.summary && { summary: post.summary }),
    ...(post.button && { callToAction: post.button }),
    ...(post.photo && {
      media: [{ mediaFormat: "PHOTO", googleUrl: `${world.url()}/google-business/media/${post.photo}` }],
    }),
    state,
    createTime: time,
    updateTime: time,
    ...(state === "LIVE" && { searchUrl: `${world.url()}/google-business/locations/${location.id}#${post.id}` }),
  };
}
