import { err, ok, type Result } from "../kernel/result.ts";
import type { ByteSource } from "./byte-source.ts";
import { type Box, boxesIn, viewOf } from "./iso-boxes.ts";

/** A video as a player shows it. */
export interface VideoFacts {
  /** Pixels, with the recording's rotation applied. */
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
}

/** Why a file is no video that could be published. */
export type VideoProblem = "media-cut-off" | "video-unreadable" | "video-without-picture" | "video-length-unknown";

/**
 * Dimensions and length of an MP4 or MOV, from the headers of its `moov` box wherever that stands (ISO/IEC 14496-12,
 * "movie header", "track header", "handler reference"). The sample tables are never read: a file of a few hundred bytes
 * may claim four billion samples. Fails for files that are cut off, hold something else, or have no picture or length.
 */
export async function inspectVideo(source: ByteSource): Promise<Result<VideoFacts, VideoProblem>> {
  const top = await boxesIn(source, { body: 0, end: source.bytes });
  if (!top) return err("video-unreadable");
  const beyond = top.find(({ end }) => end > source.bytes);
  if (beyond) return err(large.includes(beyond.type) ? "media-cut-off" : "video-unreadable");
  const moov = top.find(({ type }) => type === "moov");
  if (!moov || !top.some(({ type }) => type === "mdat")) return err("video-unreadable");
  const parts = await boxesIn(source, moov);
  if (!parts) return err("video-unreadable");
  const size = await pictureSize(source, parts);
  if (size === null) return err("video-unreadable");
  if (size === undefined) return err("video-without-picture");
  const durationMs = await duration(source, parts);
  return durationMs === undefined ? err("video-length-unknown") : ok({ ...size, durationMs });
}

/** What a file that broke off ends within; anything else there is no part of a video. */
const large: readonly string[] = ["mdat", "moov", "moof", "free", "skip", "wide", "uuid", "meta"];

type Size = Pick<VideoFacts, "width" | "height">;

/** The size of the first track that shows pictures; `undefined` without one, `null` when the tracks can't be read. */
async function pictureSize(source: ByteSource, parts: readonly Box[]): Promise<Size | null | undefined> {
  for (const track of parts.filter(({ type }) => type === "trak")) {
    const inTrack = await boxesIn(source, track);
    const media = inTrack?.find(({ type }) => type === "mdia");
    const inMedia = media && (await boxesIn(source, media));
    if (!inTrack || !inMedia) return null;
    const handler = await viewOf(source, inMedia, "hdlr", 12);
    if (handler?.getUint32(8) !== fourCharacters("vide")) continue;
    const size = shownSize(await viewOf(source, inTrack, "tkhd", 84));
    if (size) return size;
  }
  return undefined;
}

const fourCharacters = (text: string): number => [...text].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0);

/** Width and height of a track header, exchanged when its matrix turns the picture by a quarter. */
function shownSize(header: DataView | null): Size | null {
  if (!header) return null;
  const matrix = header.getUint8(0) === 1 ? 52 : 40;
  if (header.byteLength < matrix + 44) return null;
  const [a, b] = [header.getInt32(matrix), header.getInt32(matrix + 4)];
  const [width, height] = [header.getUint32(matrix + 36) >>> 16, header.getUint32(matrix + 40) >>> 16];
  if (width === 0 || height === 0) return null;
  return Math.abs(b) > Math.abs(a) ? { width: height, height: width } : { width, height };
}

/** The length that the movie states, in a fragmented file that of all fragments; `undefined` when it states none. */
async function duration(source: ByteSource, parts: readonly Box[]): Promise<number | undefined> {
  const header = await viewOf(source, parts, "mvhd", 20);
  if (!header) return undefined;
  const long = header.getUint8(0) === 1;
  if (long && header.byteLength < 32) return undefined;
  const scale = header.getUint32(long ? 20 : 12);
  const stated = long ? whole(header.getBigUint64(24)) : whole(header.getUint32(16));
  const units = stated ?? (await fragmentsDuration(source, parts));
  return units === undefined || scale === 0 ? undefined : Math.max(1, Math.round((units / scale) * 1000));
}

async function fragmentsDuration(source: ByteSource, parts: readonly Box[]): Promise<number | undefined> {
  const extension = parts.find(({ type }) => type === "mvex");
  const header = extension && (await viewOf(source, (await boxesIn(source, extension)) ?? [], "mehd", 8));
  if (!header) return undefined;
  if (header.getUint8(0) === 0) return whole(header.getUint32(4));
  return header.byteLength < 12 ? undefined : whole(header.getBigUint64(4));
}

/** A duration; nothing, and all bits set, mean that it is not known. */
function whole(units: number | bigint): number | undefined {
  const count = Number(units);
  return count === 0 || units === 0xffff_ffff || !Number.isSafeInteger(count) ? undefined : count;
}
