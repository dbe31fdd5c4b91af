import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import * as v from "valibot";
import type { Asset, Thumbnail } from "./asset.ts";
import type { ObjectStore } from "./ports.ts";

/** How large a small picture may be: bytes, and pixels of its longer edge. */
export const thumbnailLimits = { bytes: 200_000, edge: 1024 } as const;

/** What a browser says of the small picture that it made of a file, before it uploads both. */
export const requestThumbnailSchema = v.object({
  contentType: v.picklist(["image/webp", "image/jpeg"]),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(thumbnailLimits.bytes)),
});

/**
 * The small picture of an upload if one arrived and is by its bytes what was announced, and small. Anything else is
 * taken away: lists then show the file itself, so that nothing depends on it.
 */
export async function keptThumbnail(
  objects: Pick<ObjectStore, "head" | "read" | "remove">,
  { thumbnail }: Asset,
): Promise<Thumbnail | undefined> {
  const object = thumbnail && (await objects.head(thumbnail.key));
  if (!object) return undefined;
  const picture = object.bytes === thumbnail.bytes ? await objects.read(thumbnail.key, thumbnail.bytes) : null;
  if (picture && (await isAnnounced(picture, thumbnail))) return thumbnail;
  await objects.remove(thumbnail.key);
  return undefined;
}

async function isAnnounced(picture: Uint8Array, { contentType }: Thumbnail): Promise<boolean> {
  if ((await fileTypeFromBuffer(picture))?.mime !== contentType) return false;
  try {
    const { width, height } = imageSize(picture);
    return width > 0 && height > 0 && Math.max(width, height) <= thumbnailLimits.edge;
  } catch {
    return false;
  }
}
