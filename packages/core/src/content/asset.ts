import * as v from "valibot";
import { epochMsSchema } from "../kernel/time.ts";

/** The kinds of file the library takes, with the largest size any platform of ours accepts, in bytes. */
export const mediaTypes = {
  "image/jpeg": { kind: "image", maxBytes: 40_000_000 },
  "image/png": { kind: "image", maxBytes: 40_000_000 },
  "image/gif": { kind: "image", maxBytes: 40_000_000 },
  "image/webp": { kind: "image", maxBytes: 40_000_000 },
  "video/mp4": { kind: "video", maxBytes: 4_000_000_000 },
  "video/quicktime": { kind: "video", maxBytes: 4_000_000_000 },
} as const satisfies Record<string, { kind: "image" | "video"; maxBytes: number }>;

export type MediaContentType = keyof typeof mediaTypes;
const contentTypes = Object.keys(mediaTypes) as MediaContentType[];
export const mediaContentTypeSchema = v.picklist(contentTypes);

/** Whether a content type is one the library takes. */
export const isMediaContentType = (contentType: string): contentType is MediaContentType =>
  (contentTypes as string[]).includes(contentType);

/** The longest alternative text; the strictest platform that takes one cuts there. */
export const altTextSchema = v.pipe(v.string(), v.trim(), v.maxLength(1000));

/** A folder's name; capital letters matter, spaces around it do not. */
export const folderNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(60),
  v.regex(/^[^\p{Cc}]+$/u, "one line"),
);

/** What a file is called in the library. */
export const fileNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(255),
  v.regex(/^[^\p{Cc}]+$/u, "one line"),
);

/** Why a file was refused: a failure that has a text in both languages. */
export const refusalSchema = v.object({
  code: v.string(),
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});

/** A small picture of a file for lists, made by the browser that uploaded it. */
const thumbnailSchema = v.object({ key: v.string(), contentType: v.string(), bytes: v.number() });
export type Thumbnail = v.InferOutput<typeof thumbnailSchema>;

/** A file of the media library. */
export const assetSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  /** `removed` keeps its name for the posts that showed it; its bytes are gone. */
  state: v.picklist(["pending", "ready", "refused", "removed"]),
  /** Where its bytes are in the bucket; never made from the file's name. */
  key: v.string(),
  /** As the person's machine named it, or as a member renamed it; only shown. */
  fileName: v.string(),
  /** The brand folder it is in; in none if absent. */
  folder: v.optional(folderNameSchema),
  kind: v.picklist(["image", "video"]),
  /** As said before the upload, and as found in the bytes once `ready`. */
  contentType: mediaContentTypeSchema,
  bytes: v.number(),
  /** Pixels. */
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  durationMs: v.optional(v.number()),
  /** A picture that moves. */
  animated: v.optional(v.boolean()),
  altText: v.string(),
  /** As announced while `pending`; looked into like the file itself once `ready`. */
  thumbnail: v.optional(thumbnailSchema),
  refusal: v.optional(refusalSchema),
  uploadedBy: v.string(),
  createdAt: epochMsSchema,
  version: v.number(),
});
export type Asset = v.InferOutput<typeof assetSchema>;

/** How long an upload's address works, and how long the library waits for the file after it: see `request-upload.ts`. */
export const uploadLifetime = { presignS: 15 * 60, forgetMs: 24 * 3_600_000 } as const;
