import { fileTypeFromBuffer } from "file-type";
import { download, keep, sizeOf } from "../../meta/fetch-media.ts";
import { GraphError } from "../../meta/graph-error.ts";

const mebibyte = 1024 * 1024;

export interface FetchedMedia {
  readonly file: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** Fetches a photo from its address as Facebook does, keeps it, and reads its type and size from its bytes. */
export async function fetchPhoto(
  dir: string,
  id: string,
  url: string,
): Promise<FetchedMedia & { width: number; height: number }> {
  const unreadable = (why: string) =>
    new GraphError(324, `Missing or invalid image file: ${why}`, { subcode: 2069019 });
  const bytes = await download(url, 10 * mebibyte, unreadable);
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? "application/octet-stream";
  if (type !== "image/jpeg" && type !== "image/png") throw unreadable(`it is ${type}`);
  if (bytes.length > 4 * mebibyte) {
    throw new GraphError(100, "Photos should be less than 4 MB and saved as JPG or PNG.", { subcode: 1366046 });
  }
  const { width, height } = sizeOf(bytes, unreadable);
  return { file: keep(dir, id, type, bytes), contentType: type, bytes: bytes.length, width, height };
}

/** Fetches a video from its address. */
export async function fetchVideo(dir: string, id: string, url: string): Promise<FetchedMedia> {
  const unreadable = (why: string) => new GraphError(389, `Unable to fetch video file from URL: ${why}`);
  const bytes = await download(url, 1024 * mebibyte, unreadable);
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? "application/octet-stream";
  if (!type.startsWith("video/"))
    throw new GraphError(352, `The video file you selected is in a format that we don't support: ${type}`);
  return { file: keep(dir, id, type, bytes), contentType: type, bytes: bytes.length };
}
