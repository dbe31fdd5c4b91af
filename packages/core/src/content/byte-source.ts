import type { ObjectStore } from "./ports.ts";

/** Bytes of a file that are fetched only where they are looked at. */
export interface ByteSource {
  /** The whole file's length. */
  readonly bytes: number;
  /** At most `length` bytes (up to 64 KiB) from `from` on; fewer at the end of the file, none when it may read no more. */
  read(from: number, length: number): Promise<Uint8Array>;
}

/** How much is fetched at once, and how often at most for one file: 5 MiB in all besides the head. */
const windowBytes = 65_536;
const maxFetches = 80;

/** An object as a source: what lies in the `head` costs nothing, the rest is fetched in windows by ranged reads. */
export function objectSource(
  objects: Pick<ObjectStore, "read">,
  object: { key: string; head: Uint8Array; bytes: number },
): ByteSource {
  let held = { from: 0, data: object.head };
  let fetches = 0;
  return {
    bytes: object.bytes,
    read: async (from, length) => {
      const to = Math.min(from + length, object.bytes);
      if (to <= object.head.length) return object.head.subarray(from, to);
      if (from < held.from || to > held.from + held.data.length) {
        if (from >= to || ++fetches > maxFetches) return new Uint8Array();
        held = { from, data: (await objects.read(object.key, windowBytes, from)) ?? new Uint8Array() };
      }
      return held.data.subarray(from - held.from, to - held.from);
    },
  };
}
