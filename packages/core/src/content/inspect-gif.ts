/** What the beginning of a GIF tells: whether it moves, or that it holds no picture. */
export type GifKind = "still" | "animated" | "empty" | "cut-off";

/**
 * Walks a GIF's blocks (GIF89a, "Blocks, Extensions and Scope") until a second picture makes it an animation. `head` may
 * be the beginning only of a longer file: what lies behind it is not looked at.
 */
export function inspectGif(head: Uint8Array, bytes: number): GifKind {
  let frames = 0;
  let at = 13 + tableBytes(head[10]);
  while (at < head.length) {
    const block = head[at];
    if (block === 0x3b) return frames === 0 ? "empty" : "still";
    if (block === 0x21) at = afterSubBlocks(head, at + 2);
    else if (block === 0x2c) {
      if (++frames === 2) return "animated";
      at = afterSubBlocks(head, at + 11 + tableBytes(head[at + 9]));
    } else return frames === 0 ? "empty" : "still";
  }
  return head.length >= bytes ? "cut-off" : "still";
}

/** The length of the colour table that a flags byte announces. */
const tableBytes = (flags = 0): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where a chain of sub-blocks ends: each begins with its length, the last has none. */
function afterSubBlocks(head: Uint8Array, from: number): number {
  let at = from;
  while (at < head.length && head[at] !== 0) at += 1 + (head[at] ?? 0);
  return at + 1;
}
