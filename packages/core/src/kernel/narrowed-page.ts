import type { TimePosition } from "./cursor.ts";

/** A list in order, of which only what fits is shown. */
export interface NarrowedList<Item> {
  /** At most `count` after a place. */
  read(count: number, after: TimePosition | undefined): Promise<readonly Item[]>;
  fits(item: Item): boolean;
  placeOf(item: Item): TimePosition;
  /** So many items are read for each that `read` gives at the most: more than one where several lists are put together. */
  readonly lists: number;
  /** Little of the list may fit. */
  readonly isNarrow: boolean;
}

/** So many items are read for one page at the most; a rare filter then gives a short page, or an empty one, and a place. */
export const mostRead = 500;
const narrowChunk = 100;

/** A page of what fits, and the place where the next begins; there is none after the last. */
export async function narrowedPage<Item>(
  list: NarrowedList<Item>,
  limit: number,
  from: TimePosition | undefined,
): Promise<{ readonly items: readonly Item[]; readonly next: TimePosition | undefined }> {
  const found: Item[] = [];
  let after = from;
  let hasMore = true;
  for (let count = 0; hasMore && count < mostRead && found.length <= limit; ) {
    const chunk = list.isNarrow || count > 0 ? Math.floor(narrowChunk / list.lists) : limit + 1;
    const read = await list.read(chunk, after);
    count += chunk * list.lists;
    hasMore = read.length === chunk;
    found.push(...read.filter((item) => list.fits(item)));
    const last = read.at(-1);
    if (last) after = list.placeOf(last);
  }
  const items = found.slice(0, limit);
  const last = items.at(-1);
  if (found.length > items.length && last) return { items, next: list.placeOf(last) };
  return { items, next: hasMore ? after : undefined };
}
