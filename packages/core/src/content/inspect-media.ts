import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Asset, isMediaContentType } from "./asset.ts";
import type { ByteSource } from "./byte-source.ts";
import { damagedMedia, mediaSizeMismatch, mediaTypeMismatch, mediaTypeUnsupported, mediaUnreadable } from "./errors.ts";
import { inspectGif } from "./inspect-gif.ts";
import { inspectVideo } from "./inspect-video.ts";

/** How much of a file is read to know what it is: room for a JPEG's colour profile and EXIF before its dimensions. */
export const inspectedBytes = 1_048_576;

/** What the bytes of a file tell; of a picture that moves also that it does. */
export type MediaFacts = Pick<Asset, "width" | "height" | "durationMs" | "animated">;

/**
 * What an uploaded file is by its bytes, never by its name or by what was said of it. Fails when it is not the kind or
 * size that its upload declared, is cut off, or can't be read as what it says it is.
 */
export async function inspectMedia(
  declared: Pick<Asset, "contentType" | "bytes" | "fileName">,
  found: { head: Uint8Array; source: ByteSource },
): Promise<Result<MediaFacts, Failure>> {
  const { fileName, contentType } = declared;
  if (found.source.bytes !== declared.bytes) {
    return err(mediaSizeMismatch(fileName, declared.bytes, found.source.bytes));
  }
  const actual = (await fileTypeFromBuffer(found.head))?.mime ?? "unknown";
  if (actual !== contentType) {
    return err(
      isMediaContentType(actual)
        ? mediaTypeMismatch(fileName, contentType, actual)
        : mediaTypeUnsupported(fileName, actual),
    );
  }
  if (actual.startsWith("image/")) return inspectImage(declared, found);
  const video = await inspectVideo(found.source);
  return video.ok ? ok(video.value) : err(damagedMedia(video.error, fileName));
}

async function inspectImage(
  { contentType, fileName }: Pick<Asset, "contentType" | "fileName">,
  { head, source }: { head: Uint8Array; source: ByteSource },
): Promise<Result<MediaFacts, Failure>> {
  const size = dimensions(head);
  if (!size) return err(mediaUnreadable(fileName));
  if (contentType === "image/gif") {
    const kind = inspectGif(head, source.bytes);
    if (kind === "empty") return err(mediaUnreadable(fileName));
    if (kind === "cut-off") return err(damagedMedia("media-cut-off", fileName));
    return ok({ ...size, ...(kind === "animated" && { animated: true }) });
  }
  return (await isWhole(contentType, head, source)) ? ok(size) : err(damagedMedia("media-cut-off", fileName));
}

/** Where a PNG's end mark is looked for: some programs write a little behind it. */
const tailBytes = 65_536;

/**
 * Whether a picture's end has arrived, where its format tells. A JPEG's does not: telephones write films behind it.
 * (PNG, "IEND Image trailer"; WebP container, "File Header".)
 */
async function isWhole(contentType: string, head: Uint8Array, source: ByteSource): Promise<boolean> {
  if (contentType === "image/webp") return Buffer.from(head).readUInt32LE(4) + 8 <= source.bytes;
  if (contentType !== "image/png") return true;
  const from = Math.max(0, source.bytes - tailBytes);
  return Buffer.from(await source.read(from, tailBytes)).includes("IEND");
}

/** Width and height in pixels as shown, that is with a photo's EXIF orientation applied. */
function dimensions(head: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height, orientation } = imageSize(head);
    if (!(width > 0 && height > 0)) return null;
    return orientation !== undefined && orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}
