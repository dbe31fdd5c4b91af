import type { ByteSource } from "./byte-source.ts";

/** A box of an MP4 or MOV file; positions are bytes from the file's beginning. */
export interface Box {
  readonly type: string;
  /** Where its content begins. */
  readonly body: number;
  /** Where it ends by what it says, which may be behind the end of the file. */
  readonly end: number;
}

/** More boxes side by side than any real file has but one of many fragments; it is looked at no further. */
const maxBoxes = 64;

/**
 * The boxes in a span, in order, at most 64 (ISO/IEC 14496-12, "object structure"); `null` when it holds something else.
 */
export async function boxesIn(source: ByteSource, span: Pick<Box, "body" | "end">): Promise<readonly Box[] | null> {
  const boxes: Box[] = [];
  let at = span.body;
  while (at + 8 <= Math.min(span.end, source.bytes) && boxes.length < maxBoxes) {
    const box = await boxAt(source, at, span.end);
    if (!box) return null;
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

async function boxAt(source: ByteSource, at: number, parentEnd: number): Promise<Box | null> {
  const bytes = await source.read(at, 16);
  if (bytes.length < 8) return null;
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const type = String.fromCharCode(...bytes.subarray(4, 8));
  if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) return null;
  const size = header.getUint32(0);
  if (size === 0) return { type, body: at + 8, end: parentEnd };
  if (size !== 1) return size < 8 ? null : { type, body: at + 8, end: at + size };
  if (bytes.length < 16) return null;
  const long = Number(header.getBigUint64(8));
  return long < 16 || !Number.isSafeInteger(at + long) ? null : { type, body: at + 16, end: at + long };
}

/** The content of the first box of a type, at most 256 bytes of it; `null` when it is not there or shorter than `least`. */
export async function viewOf(
  source: ByteSource,
  boxes: readonly Box[],
  type: string,
  least: number,
): Promise<DataView | null> {
  const box = boxes.find((one) => one.type === type);
  if (!box) return null;
  const bytes = await source.read(box.body, Math.min(256, box.end - box.body));
  return bytes.length < least ? null : new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
