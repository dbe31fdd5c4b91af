import * as v from "valibot";
import { formatNames } from "../channels/manifest.ts";
import { publicationOriginSchema } from "../content/index.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { epochMsSchema, timeZoneSchema } from "../kernel/time.ts";
import { courseSchema, followUpSchema } from "./course.ts";
import { policy } from "./policy.ts";

const publicationMediaSchema = v.object({
  assetId: v.string(),
  key: v.string(),
  kind: v.picklist(["image", "video"]),
  contentType: v.string(),
  altText: v.string(),
  /** As the library called it when it was scheduled. */
  fileName: v.optional(v.string()),
});

/** What is to appear, as it was when it was scheduled; renewed by edits until the claim. */
export const publicationContentSchema = v.object({
  /** The post's revision it was taken from. */
  revision: v.number(),
  text: v.string(),
  link: v.optional(v.string()),
  /** The platform's usual format when absent. */
  format: v.optional(v.picklist(formatNames)),
  media: v.array(publicationMediaSchema),
  firstComment: v.optional(v.string()),
  thread: v.optional(v.array(v.object({ text: v.string(), media: v.array(publicationMediaSchema) }))),
});
export type PublicationContent = v.InferOutput<typeof publicationContentSchema>;

export const publicationHistoryEntrySchema = v.object({
  at: epochMsSchema,
  by: v.string(),
  what: v.picklist([
    "scheduled",
    "rescheduled",
    "canceled",
    "attempted",
    "waiting",
    "paced",
    "retried",
    "unconfirmed",
    "absent",
    "published",
    "failed",
    "follow-up-retried",
    "follow-ups-given-up",
  ]),
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});
export type PublicationHistoryEntry = v.InferOutput<typeof publicationHistoryEntrySchema>;

/** One post on one channel: the unit that is published, retried, measured. */
export const publicationSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  postId: v.string(),
  channelId: v.string(),
  platform: v.string(),
  /** Of the post itself; a follow-up has a course of its own. */
  ...courseSchema.entries,
  /** Counts every write; each write is conditional on the version it was made from. */
  version: v.number(),
  content: publicationContentSchema,
  authorId: v.string(),
  campaignId: v.optional(v.string()),
  topic: v.optional(v.string()),
  targetCustomer: v.optional(v.string()),
  labels: v.array(v.string()),
  /** Absent when a person put the post there. */
  origin: v.optional(publicationOriginSchema),
  /** The instant asked for, and the zone in which a person chose it. */
  dueAt: epochMsSchema,
  timeZone: timeZoneSchema,
  /** When the next thing is to be done; absent in final states. */
  nextAt: v.optional(epochMsSchema),
  /** When somebody must look: `nextAt`, or later while a message for it is under way. The key of the wake index. */
  wakeAt: v.optional(epochMsSchema),
  /** The start that the channel's pace has given; it holds while it is `nextAt`. */
  startAt: v.optional(epochMsSchema),
  lease: v.optional(v.object({ owner: v.string(), until: epochMsSchema })),
  /** Counts claims; what a worker of an earlier claim learns is told apart by it. */
  fence: v.number(),
  /** What follows the post, in its order; begun when the post is published. */
  followUps: v.optional(v.array(followUpSchema)),
  createdAt: epochMsSchema,
  history: v.array(publicationHistoryEntrySchema),
});
export type Publication = v.InferOutput<typeof publicationSchema>;

/**
 * A post has at most one publication on a channel, ever: its id is made of both. Scheduling the same thing twice meets
 * the first, also when two people do it in the same moment.
 */
export const publicationIdOf = (postId: string, channelId: string): string => derivedId("pub", postId, channelId);

/** Nothing happens to it any more by itself: it is over, and what follows it is published or has failed. */
export const isFinal = ({ state, nextAt }: Pick<Publication, "state" | "nextAt">): boolean =>
  state === "failed" || state === "canceled" || (state === "published" && nextAt === undefined);

/** The partition of the wake index in which a channel's publications wait together: FNV-1a of the channel's id. */
export const wakeShardOf = ({ channelId }: Pick<Publication, "channelId">): string =>
  String(hashOf(channelId) % policy.wakeShards);

/** 32 bits of FNV-1a over UTF-16 code units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

/** The most entries a publication's history keeps: the first, and the newest of the others. */
const historyLength = 60;

/** The publication with one more line of history. */
export function noted(
  publication: Publication,
  at: number,
  by: string,
  what: PublicationHistoryEntry["what"],
  params?: PublicationHistoryEntry["params"],
): Publication {
  const all = [...publication.history, { at, by, what, ...(params && { params }) }];
  return { ...publication, history: all.length > historyLength ? [...all.slice(0, 1), ...all.slice(2)] : all };
}
