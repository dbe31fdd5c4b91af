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

/** What a browser knows of a file before it uploads it. */
export const requestUploadSchema = v.object({
  fileName: fileNameSchema,
  contentType: v.pipe(v.string(), v.toLowerCase(), v.maxLength(100)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  altText: v.optional(altTextSchema, ""),
  folder: v.optional(folderNameSchema),
});
export type RequestUpload = v.InferOutput<typeof requestUploadSchema>;

/** Where to PUT the file, with which headers, and until when (epoch ms). */
export interface Upload {
  readonly asset: Asset;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: number;
}

/**
 * Makes room for a file and gives an address that takes exactly it, for 15 minutes, straight from the browser. The
 * file is usable after `completeUpload`; what is never completed is forgotten after a day.
 */
export async function requestUpload(
  deps: { assets: Assets; folders: MediaFolders; objects: Pick<ObjectStore, "presignPut">; clock: Clock },
  actor: Actor,
  input: RequestUpload,
): Promise<Result<Upload, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const { contentType, bytes, fileName, altText, folder } = input;
  if (!isMediaContentType(contentType)) return err(mediaTypeUnsupported(fileName, contentType));
  const { kind, maxBytes } = mediaTypes[contentType];
  if (bytes > maxBytes) return err(mediaTooLarge(fileName, bytes, maxBytes));
  const now = deps.clock.nowMs();
  const id = newId("asset", now);
  const asset: Asset = {
    id,
    workspaceId: actor.workspaceId,
    state: "pending",
    key: `media/${actor.workspaceId}/${id}`,
    fileName,
    kind,
    contentType,
    bytes,
    altText,
    ...(folder !== undefined && { folder }),
    uploadedBy: actorName(actor),
    createdAt: now,
    version: 1,
  };
  const url = await deps.objects.presignPut({
    key: asset.key,
    contentType,
    bytes,
    expiresInS: uploadLifetime.presignS,
  });
  if (folder !== undefined) await deps.folders.add(actor.workspaceId, folder);
  if (!(await deps.assets.create(asset))) throw new Error(`The new id ${id} is taken`);
  return ok({
    asset,
    url,
    headers: { "content-type": contentType },
    expiresAt: now + uploadLifetime.presignS * 1000,
  });
}
