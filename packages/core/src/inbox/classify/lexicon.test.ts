import { describe, expect, it } from "vitest";
import { emoji } from "./lexicon/emoji.ts";
import { languageData, weightedTerms, wishRoles } from "./lexicon.ts";

const parts = [
  ...[
    "verdict",
    "feeling",
    "slang",
    "honesty",
    "service",
    "people",
    "delay",
    "delivery",
    "goods",
    "food",
    "place",
    "price",
  ],
  ...[
    "health",
    "app",
    "return",
    "before",
    "could",
    "wish",
    "phrase",
    "sarcasm",
    "workmanship",
    "fact",
    "remedy",
    "comparison",
    "applause",
    "thanks",
    "irony",
    "assent",
    "former",
    "wishing",
    "emoji",
  ],
];

it("refuses a line that is not one of the lexicon", () => {
  expect(weightedTerms("-2 food: тухл*, сирий\n\n 1.5 verdict: добре")).toEqual([
    { term: "тухл*", weight: -2, part: "food" },
    { term: "сирий", weight: -2, part: "food" },
    { term: "добре", weight: 1.5, part: "verdict" },
  ]);
  for (const line of ["food: тухл*", "-2: тухл*", "-2 food тухл*"]) expect(() => weightedTerms(line)).toThrow(line);
});

describe.each([...languageData, { language: "emoji", feeling: emoji, markers: undefined }])("$language", (data) => {
  const terms = weightedTerms(data.feeling);

  it("has weights from -3 to 3 under known parts", () => {
    for (const { term, weight, part } of terms) {
      expect(Math.abs(weight), term).toBeLessThanOrEqual(3);
      expect(parts, term).toContain(part);
    }
  });

  it("judges no term both ways", () => {
    const signs = new Map<string, number>();
    const both = terms.filter(({ term, weight }) => {
      const before = signs.get(term);
      signs.set(term, Math.sign(weight));
      return before !== undefined && before !== Math.sign(weight);
    });
    expect(both.map(({ term }) => term)).toEqual([]);
  });

  it("has stems that are long enough not to catch another word, and choices that close", () => {
    for (const { term } of terms) {
      expect(term.match(/\(/g)?.length ?? 0, term).toBe(term.match(/\)/g)?.length ?? 0);
      for (const [stem] of term.matchAll(/[\p{L}']+(?=\*)/gu)) expect(stem.length, term).toBeGreaterThanOrEqual(2);
    }
  });

  it("has lines of every wish", () => {
    for (const role of data.markers ? wishRoles : []) {
      expect(weightedTerms(data.markers?.[role] ?? "").length, role).toBeGreaterThan(5);
    }
  });
});
