import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Failure } from "../kernel/failure.ts";
import { newId } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import {
  type Asset,
  altTextSchema,
  fileNameSchema,
  folderNameSchema,
  isMediaContentType,
  mediaTypes,
  uploadLifetime,
} from "./asset.ts";
import { mediaTooLarge, mediaTypeUnsupported } from "./errors.ts";
import type { Assets, MediaFolders, ObjectStore } from "./ports.ts";
import { requestThumbnailSchema } from "./thumbnail.ts";

/** What a browser knows of a file before it uploads it. */
export const requestUploadSchema = v.object({
  fileName: fileNameSchema,
  contentType: v.pipe(v.string(), v.toLowerCase(), v.maxLength(100)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  altText: v.optional(altTextSchema, ""),
  folder: v.optional(folderNameSchema),
  thumbnail: v.optional(requestThumbnailSchema),
});
export type RequestUpload = v.InferOutput<typeof requestUploadSchema>;

/** Where to PUT the file and its small picture, with which headers, and until when (epoch ms). */
export interface Upload {
  readonly asset: Asset;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly thumbnail: { readonly url: string; readonly headers: Readonly<Record<string, string>> } | undefined;
  readonly expiresAt: number;
}

/**
 * Makes room for a file and gives an address that takes exactly it, for 15 minutes, straight from the browser. The
 * file is usable after `completeUpload`; what is never completed is forgotten after a day. A small picture for lists may
 * come with it, to an address of its own.
 */
export async function requestUpload(
  deps: { assets: Assets; folders: MediaFolders; objects: Pick<ObjectStore, "presignPut">; clock: Clock },
  actor: Actor,
  input: RequestUpload,
): Promise<Result<Upload, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const { contentType, bytes, fileName, altText, folder, thumbnail } = input;
  if (!isMediaContentType(contentType)) return err(mediaTypeUnsupported(fileName, contentType));
  const { kind, maxBytes } = mediaTypes[contentType];
  if (bytes > maxBytes) return err(mediaTooLarge(fileName, bytes, maxBytes));
  const now = deps.clock.nowMs();
  const id = newId("asset", now);
  const key = `media/${actor.workspaceId}/${id}`;
  const asset: Asset = {
    id,
    workspaceId: actor.workspaceId,
    state: "pending",
    key,
    fileName,
    kind,
    contentType,
    bytes,
    altText,
    ...(folder !== undefined && { folder }),
    ...(thumbnail && { thumbnail: { ...thumbnail, key: `${key}/small` } }),
    uploadedBy: actorName(actor),
    createdAt: now,
    version: 1,
  };
  const addressOf = async (file: { key: string; contentType: string; bytes: number }) => ({
    url: await deps.objects.presignPut({ ...file, expiresInS: uploadLifetime.presignS }),
    headers: { "content-type": file.contentType },
  });
  const address = await addressOf({ key, contentType, bytes });
  const small = asset.thumbnail && (await addressOf(asset.thumbnail));
  if (folder !== undefined) await deps.folders.add(actor.workspaceId, folder);
  if (!(await deps.assets.create(asset))) throw new Error(`The new id ${id} is taken`);
  return ok({ asset, ...address, thumbnail: small, expiresAt: now + uploadLifetime.presignS * 1000 });
}
