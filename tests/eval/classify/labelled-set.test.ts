import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sentiments } from "#core/inbox/classify/model.ts";
import { domains, type LabelledSentence, languages, readLabelledSet } from "./labelled-set.ts";
import { parseSentences } from "./sentences-file.ts";

const dev = readLabelledSet("dev");
const judged = readLabelledSet("test");
const all = [...dev, ...judged];

/** Words and signs of a text, whatever the case and the kind of apostrophe. */
function tokensOf(text: string): Set<string> {
  const plain = text.toLowerCase().replaceAll(/[’ʼ]/g, "'");
  return new Set(plain.match(/[\p{L}\p{N}']+|[^\s\p{L}\p{N}']/gu));
}

/** Shared tokens by all tokens, 0..1 (the Jaccard index). */
function likeness(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((token) => other.has(token)).length;
  return shared / (one.size + other.size - shared);
}

function count(sentences: LabelledSentence[], label: Partial<LabelledSentence>): number {
  const wanted = Object.entries(label);
  return sentences.filter((sentence) => wanted.every(([name, value]) => Reflect.get(sentence, name) === value)).length;
}

describe("the labelled set", () => {
  test("is large enough in every language", () => {
    expect(all.length).toBeGreaterThanOrEqual(720);
    expect(count(all, { lang: "uk" })).toBeGreaterThanOrEqual(300);
    expect(count(all, { lang: "en" })).toBeGreaterThanOrEqual(300);
    expect(count(all, { lang: "ru" })).toBeGreaterThanOrEqual(100);
  });

  test("holds as much Ukrainian as English, within 5 %, in each half", () => {
    for (const half of [dev, judged]) {
      expect(Math.abs(count(half, { lang: "uk" }) / count(half, { lang: "en" }) - 1)).toBeLessThanOrEqual(0.05);
    }
  });

  test("is about 40 % negative, 25 % neutral and 35 % positive in each language of each half", () => {
    const shares = { negative: 0.4, neutral: 0.25, positive: 0.35 };
    for (const half of [dev, judged]) {
      for (const lang of languages) {
        for (const sentiment of sentiments) {
          const share = count(half, { lang, sentiment }) / count(half, { lang });
          expect(Math.abs(share - shares[sentiment]), `${lang} ${sentiment}`).toBeLessThanOrEqual(0.03);
        }
      }
    }
  });

  test("is cut in two halves that are equal in every language, sentiment and intent, but for an odd one", () => {
    for (const { lang, sentiment, intent } of all) {
      const difference = count(dev, { lang, sentiment, intent }) - count(judged, { lang, sentiment, intent });
      expect(Math.abs(difference), `${lang} ${sentiment} ${intent}`).toBeLessThanOrEqual(1);
    }
  });

  test("has sentences of every kind of business in every language", () => {
    for (const lang of languages) {
      for (const domain of domains) {
        expect(count(all, { lang, domain }) / count(all, { lang }), `${lang} ${domain}`).toBeGreaterThan(0.15);
      }
    }
  });

  test("keeps the rules that tie a sentiment to an intent", () => {
    const untied = all.filter(
      ({ sentiment, intent }) =>
        (intent === "complaint" && sentiment !== "negative") ||
        (intent === "praise" && sentiment !== "positive") ||
        (intent === "spam" && sentiment !== "neutral"),
    );
    expect(untied).toEqual([]);
  });

  test("names each sentence once, by its language", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ id, lang }) => !id.startsWith(lang))).toEqual([]);
  });

  test("says nothing twice or nearly twice, in one half or across both", () => {
    const tokens = all.map(({ text }) => tokensOf(text));
    const repeated: string[] = [];
    for (const [at, one] of tokens.entries()) {
      for (const [before, other] of tokens.slice(0, at).entries()) {
        if (likeness(one, other) > 0.6) repeated.push(`${all[before]?.text} | ${all[at]?.text}`);
      }
    }
    expect(repeated).toEqual([]);
  });

  test("says nothing in practice that the test half judges by", () => {
    const path = join(import.meta.dirname, "practice.tsv");
    const judging = judged.map(({ text }) => tokensOf(text));
    const leaking = parseSentences(readFileSync(path, "utf8"), path).filter(({ text }) => {
      const tokens = tokensOf(text);
      return judging.some((other) => likeness(tokens, other) >= 0.6);
    });
    // Only what practice says: whoever mends must not read the other.
    expect(leaking.map(({ text }) => text)).toEqual([]);
  });

  test("links only to addresses made up for an example", () => {
    const links = all.flatMap(
      ({ text }) => text.match(/[\w.-]+\.[a-z]{2,}\/[\w-]+|[\w-]+\.(?:com|info|site|top)\b/gi) ?? [],
    );
    expect(links.filter((link) => !link.includes("example"))).toEqual([]);
  });
});
