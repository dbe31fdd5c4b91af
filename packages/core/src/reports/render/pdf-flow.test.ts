import { describe, expect, it } from "vitest";
import { flow, type Piece } from "./pdf-flow.ts";
import { type Doc, page } from "./pdf-page.ts";

/** What a page can take, points. */
const room = page.height - page.bottom - page.margin;

/** Lays pieces out; what each page then holds, by name. */
function pagesOf(...pieces: readonly (Omit<Piece, "draw"> & { name: string; head?: Piece })[]): readonly string[][] {
  const pages: string[][] = [[]];
  const doc = { x: 0, y: page.margin, addPage: () => void pages.push([]) };
  const drawn = ({ name, ...piece }: (typeof pieces)[number]): Piece => ({
    ...piece,
    draw: () => void pages.at(-1)?.push(name),
  });
  const all = pieces.map((piece) => ({ ...drawn(piece), ...(piece.head && { head: headOf(pages) }) }));
  flow(doc as unknown as Doc, all);
  return pages;
}

const headOf = (pages: string[][]): Piece => ({ height: 20, draw: () => void pages.at(-1)?.push("head") });
const head: Piece = { height: 20, draw: () => {} };

describe("the pages of a PDF", () => {
  it("begin anew where a piece has no room left, and never break one", () => {
    const pages = pagesOf({ name: "a", height: room - 10 }, { name: "b", height: 11 }, { name: "c", height: 11 });
    expect(pages).toEqual([["a"], ["b", "c"]]);
  });

  it("do not end with a title: it goes along with what it is the title of", () => {
    const pages = pagesOf(
      { name: "before", height: room - 70 },
      { name: "title", height: 50, keepsNext: true },
      { name: "first line", height: 30 },
    );
    expect(pages).toEqual([["before"], ["title", "first line"]]);
  });

  it("repeat the head of a table that goes on", () => {
    const pages = pagesOf(
      { name: "head", height: 20, keepsNext: true },
      { name: "row 1", height: room - 60, head },
      { name: "row 2", height: 30, head },
      { name: "row 3", height: 30, head },
    );
    expect(pages).toEqual([
      ["head", "row 1", "row 2"],
      ["head", "row 3"],
    ]);
  });

  it("take what is larger than a page as it is, without an empty page before it", () => {
    expect(pagesOf({ name: "huge", height: room + 100 }, { name: "b", height: 10 })).toEqual([["huge"], ["b"]]);
  });
});
