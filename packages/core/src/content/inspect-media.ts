import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Asset, isMediaContentType } from "./asset.ts";
import { mediaSizeMismatch, mediaTypeMismatch, mediaTypeUnsupported, mediaUnreadable } from "./errors.ts";

/** How much of a file is read to know what it is: room for a JPEG's colour profile and EXIF before its dimensions. */
export const inspectedBytes = 1_048_576;

/**
 * What an uploaded file is by its bytes, never by its name or by what was said of it. Fails when it is not the kind or
 * size that its upload declared, or says it is an image and cannot be read as one.
 */
export async function inspectMedia(
  declared: Pick<Asset, "contentType" | "bytes">,
  found: { head: Uint8Array; bytes: number },
): Promise<Result<{ width?: number; height?: number }, Failure>> {
  if (found.bytes !== declared.bytes) return err(mediaSizeMismatch(declared.bytes, found.bytes));
  const actual = (await fileTypeFromBuffer(found.head))?.mime ?? "unknown";
  if (actual !== declared.contentType) {
    return err(
      isMediaContentType(actual) ? mediaTypeMismatch(declared.contentType, actual) : mediaTypeUnsupported(actual),
    );
  }
  if (!actual.startsWith("image/")) return ok({});
  const size = dimensions(found.head);
  return size ? ok(size) : err(mediaUnreadable(actual));
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
