import fc from "fast-check";
import { expect, it } from "vitest";
import { mostRead, narrowedPage } from "./narrowed-page.ts";

/** A list of so many, the newest first, in which one of `every` fits; it counts what is read. */
function listOf(count: number, every: number, isNarrow: boolean) {
  const all = Array.from({ length: count }, (_, n) => ({ at: count - n, id: `i${n}` }));
  const list = {
    reads: 0,
    lists: 1,
    isNarrow,
    read: async (most: number, after: { at: number } | undefined) => {
      const page = all.filter(({ at }) => after === undefined || at < after.at).slice(0, most);
      list.reads += page.length;
      return page;
    },
    fits: ({ at }: { at: number }) => at % every === 0,
    placeOf: (item: { at: number; id: string }) => item,
  };
  return list;
}

it("gives what fits page after page, each once, and reads no more for a page than it may", async () => {
  const size = fc.integer({ min: 0, max: 1500 });
  await fc.assert(
    fc.asyncProperty(
      size,
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 100 }),
      fc.boolean(),
      async (count, every, limit, isNarrow) => {
        const list = listOf(count, every, isNarrow);
        const seen: number[] = [];
        let after: { at: number; id: string } | undefined;
        do {
          const before = list.reads;
          const page = await narrowedPage(list, limit, after);
          expect(list.reads - before).toBeLessThanOrEqual(mostRead + 100);
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items.map(({ at }) => at));
          after = page.next;
        } while (after);
        expect(seen).toEqual(Array.from({ length: Math.floor(count / every) }, (_, n) => every * (n + 1)).reverse());
      },
    ),
    { numRuns: 200 },
  );
});

it("ends a page that nothing fits with a place to go on from", async () => {
  const list = listOf(2000, 1999, true);
  const { items, next } = await narrowedPage(list, 50, undefined);
  expect([items, next?.at, list.reads]).toEqual([[{ at: 1999, id: "i1" }], 2000 - mostRead + 1, mostRead]);
});
