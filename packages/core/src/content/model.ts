import * as v from "valibot";
import { formatNames } from "../channels/manifest.ts";
import { owedEventsSchema } from "../kernel/owed-events.ts";
import { epochMsSchema } from "../kernel/time.ts";
import { taggingSchema } from "../links/index.ts";
import { postOriginSchema } from "./origin.ts";

/** How much one post may hold. Platforms' own limits are in their manifests; these keep an item well under 400 KB. */
export const postLimits = {
  textLength: 70_000,
  mediaIds: 40,
  channels: 50,
  labels: 20,
  threadParts: 24,
  totalTextLength: 120_000,
} as const;

/** What a post can be in. Whether it has appeared is told by its publications, one per channel. */
export const postStates = ["draft", "in-review", "changes-requested", "approved", "scheduled", "canceled"] as const;
export const postStateSchema = v.picklist(postStates);
export type PostState = v.InferOutput<typeof postStateSchema>;

const textSchema = v.pipe(v.string(), v.maxLength(postLimits.textLength));
const linkSchema = v.pipe(v.string(), v.maxLength(2048), v.url(), v.regex(/^https?:\/\//i, "not a web address"));
const mediaIdsSchema = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(64))),
  v.maxLength(postLimits.mediaIds),
  v.check((ids) => new Set(ids).size === ids.length, "a file stands twice"),
);

/** A further part of a thread that the post begins. */
export const threadPartSchema = v.object({ text: textSchema, mediaIds: mediaIdsSchema });
const threadSchema = v.pipe(v.array(threadPartSchema), v.maxLength(postLimits.threadParts));

/** What every channel shows unless its variant says otherwise. */
export const baseContentSchema = v.object({
  text: textSchema,
  link: v.optional(linkSchema),
  mediaIds: mediaIdsSchema,
  /** Each platform's usual one when absent. */
  format: v.optional(v.picklist(formatNames)),
  /** A comment of the channel itself, published right after the post. */
  firstComment: v.optional(textSchema),
  /** The parts after the post, in their order, each published under the one before. */
  thread: v.optional(threadSchema),
});
export type BaseContent = v.InferOutput<typeof baseContentSchema>;

/**
 * What one channel shows instead. A field that is absent inherits the base, also when the base changes later. `link` and
 * `firstComment` of `null` take the base's away, as an empty `thread` does.
 */
export const variantSchema = v.object({
  text: v.optional(textSchema),
  link: v.optional(v.nullable(linkSchema)),
  mediaIds: v.optional(mediaIdsSchema),
  format: v.optional(v.picklist(formatNames)),
  firstComment: v.optional(v.nullable(textSchema)),
  thread: v.optional(threadSchema),
});

/** Channels by id, each once. */
export const channelIdsSchema = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(64))),
  v.maxLength(postLimits.channels),
  v.check((ids) => new Set(ids).size === ids.length, "a channel stands twice"),
);

/** The part of a post that a person writes. */
export const postDraftSchema = v.object({
  base: baseContentSchema,
  channelIds: channelIdsSchema,
  variants: v.record(v.string(), variantSchema),
  campaignId: v.optional(v.pipe(v.string(), v.maxLength(64))),
  topic: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100))),
  /** For whom it is: a persona of the plan, in words. */
  targetCustomer: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100))),
  labels: v.pipe(
    v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(50))),
    v.maxLength(postLimits.labels),
  ),
  /** How its links go out, where that differs from the workspace's way. */
  tagging: v.optional(taggingSchema),
  /** For colleagues; never published. */
  notes: v.optional(v.pipe(v.string(), v.maxLength(5000))),
});
export type PostDraft = v.InferOutput<typeof postDraftSchema>;

/** What a person wrote of a post, and nothing of its fate. */
export const writtenPart = (post: PostDraft): PostDraft => v.parse(postDraftSchema, post);

/** The parts of a draft that may be absent. */
export const optionalFields = ["campaignId", "topic", "targetCustomer", "tagging", "notes"] as const;

/** What happened to a post, in the words of its history; `endorsed` and `objected` are opinions that decide nothing. */
export const postDeeds = [
  "created",
  "edited",
  "submitted",
  "approved",
  "changes-requested",
  "endorsed",
  "objected",
  "scheduled",
  "released",
  "canceled",
] as const;

export const postHistoryEntrySchema = v.object({
  at: epochMsSchema,
  /** See `actorName`. */
  by: v.string(),
  what: v.picklist(postDeeds),
  note: v.optional(v.string()),
  /** Set when the answer came through a review link: which one, and the digest of what was seen; see `shownDigest`. */
  outside: v.optional(v.object({ linkId: v.string(), seen: v.string() })),
});
export type PostHistoryEntry = v.InferOutput<typeof postHistoryEntrySchema>;

/** One piece of content with a variant per channel. */
export const postSchema = v.object({
  ...postDraftSchema.entries,
  id: v.string(),
  workspaceId: v.string(),
  state: postStateSchema,
  /** Counts every write; a change names the version it was made on. */
  version: v.number(),
  /** Counts changes of what is published; a publication knows the revision it was made from. */
  revision: v.number(),
  authorId: v.string(),
  createdAt: epochMsSchema,
  updatedAt: epochMsSchema,
  history: v.array(postHistoryEntrySchema),
  /** Absent for a post that stands for itself. */
  origin: v.optional(postOriginSchema),
  /** What of its changes has still to be told; see `saveOwing`. */
  owed: v.optional(owedEventsSchema),
});
export type Post = v.InferOutput<typeof postSchema>;

/** The most entries a post's history keeps: the first, and the newest of the others. */
const historyLength = 100;

/** The post with one more line of history. */
export function noted(post: Post, at: number, by: string, what: PostHistoryEntry["what"], note?: string): Post {
  const entry: PostHistoryEntry = { at, by, what, ...(note !== undefined && { note }) };
  const all = [...post.history, entry];
  const history = all.length > historyLength ? [...all.slice(0, 1), ...all.slice(2)] : all;
  return { ...post, updatedAt: at, history };
}

/** What a channel shows: its variant over the base. */
export function contentFor(post: Pick<PostDraft, "base" | "variants">, channelId: string): BaseContent {
  const variant = post.variants[channelId] ?? {};
  const link = variant.link === undefined ? post.base.link : (variant.link ?? undefined);
  const format = variant.format ?? post.base.format;
  const firstComment = variant.firstComment === undefined ? post.base.firstComment : variant.firstComment;
  const thread = variant.thread ?? post.base.thread;
  return {
    text: variant.text ?? post.base.text,
    ...(link !== undefined && { link }),
    mediaIds: variant.mediaIds ?? post.base.mediaIds,
    ...(format !== undefined && { format }),
    ...(firstComment?.trim() && { firstComment }),
    ...(thread && thread.length > 0 && { thread }),
  };
}

/** Every asset that the base or a variant of a post shows, each once. */
export const mediaIdsOf = (post: Pick<PostDraft, "base" | "variants">): readonly string[] => [
  ...new Set(
    [post.base, ...Object.values(post.variants)].flatMap(({ mediaIds = [], thread = [] }) => [
      ...mediaIds,
      ...thread.flatMap((part) => part.mediaIds),
    ]),
  ),
];

/** Every text that a post holds, of the base and of the variants. */
export const textsOf = (post: Pick<PostDraft, "base" | "variants">): readonly string[] =>
  [post.base, ...Object.values(post.variants)].flatMap(({ text, firstComment, thread = [] }) => [
    text ?? "",
    firstComment ?? "",
    ...thread.map((part) => part.text),
  ]);
