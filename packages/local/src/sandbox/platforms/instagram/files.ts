import { fileTypeFromBuffer } from "file-type";
import { download, keep, sizeOf } from "../../meta/fetch-media.ts";
import { GraphError } from "../../meta/graph-error.ts";
import type { StoredFile } from "./model.ts";

const mebibyte = 1024 * 1024;
/** Width by height, with half a percent for whole pixels. */
const feedRatio = { min: (4 / 5) * 0.995, max: 1.91 * 1.005 };

/**
 * Fetches a picture as Instagram does, while the call is open, and refuses what is not a JPEG, is over 8 MB, or has no
 * shape for the feed.
 */
export async function fetchImage(
  dir: string,
  id: string,
  url: string,
  options: { forFeed: boolean; altText: string },
): Promise<StoredFile> {
  const unreachable = (why: string) =>
    new GraphError(9004, `Only photo or video can be accepted: ${why}`, { subcode: 2207052 });
  const wrongType = (why: string) =>
    new GraphError(36001, `The image format is not supported: ${why}`, { subcode: 2207005 });
  const bytes = await download(url, 64 * mebibyte, unreachable);
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? "application/octet-stream";
  if (type !== "image/jpeg") throw wrongType(`it is ${type}`);
  if (bytes.length > 8 * mebibyte) throw new GraphError(36000, "The image size is too large.", { subcode: 2207004 });
  const { width, height } = sizeOf(bytes, wrongType);
  const ratio = width / height;
  if (options.forFeed && (ratio < feedRatio.min || ratio > feedRatio.max)) {
    throw new GraphError(36003, `The image's aspect ratio ${width}:${height} is not supported.`, { subcode: 2207009 });
  }
  return { file: keep(dir, id, type, bytes), kind: "image", altText: options.altText };
}

/** Fetches a video; what is wrong with it shows later, in the container's status. Gives the subcode then. */
export async function fetchVideo(
  dir: string,
  id: string,
  url: string,
  maxBytes: number,
): Promise<{ file: StoredFile } | { failure: number }> {
  const unreachable = (why: string) => new GraphError(9004, why, { subcode: 2207052 });
  try {
    const bytes = await download(url, maxBytes, unreachable);
    const type = (await fileTypeFromBuffer(bytes))?.mime ?? "";
    if (type !== "video/mp4" && type !== "video/quicktime") return { failure: 2207026 };
    return { file: { file: keep(dir, id, type, bytes), kind: "video", altText: "" } };
  } catch (error) {
    if (error instanceof GraphError) return { failure: 2207052 };
    throw error;
  }
}
