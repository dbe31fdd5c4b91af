import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filledIn, tagged, type Utm, utmParts } from "./utm.ts";

const utm: Utm = { source: "facebook", medium: "social", campaign: "osinnie-meniu" };
const added = "utm_source=facebook&utm_medium=social&utm_campaign=osinnie-meniu";

it.each([
  ["https://lystok.example/latte", `https://lystok.example/latte?${added}`],
  ["https://lystok.example", `https://lystok.example/?${added}`],
  ["https://lystok.example?a=1", `https://lystok.example/?a=1&${added}`],
  ["https://lystok.example/latte?", `https://lystok.example/latte?${added}`],
  ["https://lystok.example/latte?size=l&", `https://lystok.example/latte?size=l&${added}`],
  ["https://lystok.example/menu?q=%D0%BB#latte?x=1", `https://lystok.example/menu?q=%D0%BB&${added}#latte?x=1`],
  ["https://кав'ярня.укр/меню?місто=Київ#ціни", `https://кав'ярня.укр/меню?місто=Київ&${added}#ціни`],
  ["HTTP://Lystok.Example/A%2fB", `HTTP://Lystok.Example/A%2fB?${added}`],
  ["https://lystok.example/#/menu?page=2", `https://lystok.example/?${added}#/menu?page=2`],
])("tags %s and leaves every other character", (link, expected) => expect(tagged(link, utm)).toBe(expected));

it("keeps what the link says itself, however it is spelled, and adds only the rest", () => {
  expect(tagged("https://a.example/?utm_source=mail&UTM_Medium=letter", utm)).toBe(
    "https://a.example/?utm_source=mail&UTM_Medium=letter&utm_campaign=osinnie-meniu",
  );
  expect(tagged("https://a.example/?utm%5Fsource=x&utm_medium&utm_campaign=", utm)).toBe(
    "https://a.example/?utm%5Fsource=x&utm_medium&utm_campaign=",
  );
  expect(tagged("https://a.example/?%E0%A4%A=1", { source: "x" })).toBe("https://a.example/?%E0%A4%A=1&utm_source=x");
});

const word = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });
const query = fc.array(fc.tuple(word, word), { maxLength: 4 });
const anyLink = fc
  .record({
    address: fc.webUrl({ withFragments: false, withQueryParameters: false }),
    query,
    fragment: fc.option(word, { nil: undefined }),
  })
  .map(({ address, query, fragment }) => {
    const parameters = query.map(([name, value]) => `${enc(name)}=${enc(value)}`).join("&");
    return `${address}${parameters && `?${parameters}`}${fragment === undefined ? "" : `#${enc(fragment)}`}`;
  });
const anyUtm = fc.record(
  Object.fromEntries(utmParts.map((part) => [part, fc.string({ unit: "binary", minLength: 1 })])),
  { requiredKeys: [] },
) as fc.Arbitrary<Utm>;
const enc = (text: string) => encodeURIComponent(text.toWellFormed());

describe("whatever the link and the tag", () => {
  it("reads back as the same address, fragment and parameters, followed by the tag", () => {
    fc.assert(
      fc.property(anyLink, anyUtm, (link, values) => {
        const [before, after] = [new URL(link), new URL(tagged(link, values))];
        const own = [...before.searchParams];
        expect([after.origin, after.pathname, after.hash]).toEqual([before.origin, before.pathname, before.hash]);
        expect([...after.searchParams].slice(0, own.length)).toEqual(own);
        expect([...after.searchParams].slice(own.length)).toEqual(
          utmParts.flatMap((part) => {
            const value = values[part];
            return value === undefined ? [] : [[`utm_${part}`, value.toWellFormed()]];
          }),
        );
      }),
    );
  });

  it("is tagged once, however often it is tagged", () => {
    fc.assert(
      fc.property(anyLink, anyUtm, anyUtm, (link, first, second) => {
        const once = tagged(link, first);
        expect(tagged(once, first)).toBe(once);
        const names = [...new URL(tagged(once, second)).searchParams.keys()].filter((name) => /^utm_/i.test(name));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

it.each([
  [
    { source: "{platform}", campaign: "{campaign}" },
    { source: "facebook", campaign: "autumn" },
  ],
  [
    { source: "{platform}-{channel}", content: "{post}" },
    { source: "facebook-lystok", content: "post_1" },
  ],
  [{ source: " ", medium: undefined, term: "плаття" }, { term: "плаття" }],
] as const)("fills %o in", (templates, expected) => {
  const values = { platform: "facebook", channel: "lystok", campaign: "autumn", post: "post_1" };
  expect(filledIn({ ...templates, source: templates.source?.trim() }, values)).toEqual(expected);
});

it("leaves out a part whose placeholders have no value, and what they leave at the ends", () => {
  const templates = { source: "-{platform}-", campaign: "{campaign}", content: "{campaign}_{post}", term: "-keep-" };
  expect(filledIn(templates, { platform: "x", post: "post_1" })).toEqual({
    source: "x",
    content: "post_1",
    term: "-keep-",
  });
});
