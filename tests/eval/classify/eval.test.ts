import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { judge } from "./judge.ts";
import { MalformedFile, parseSentences } from "./sentences-file.ts";

const half = (name: string) =>
  judge(parseSentences(readFileSync(join(import.meta.dirname, `${name}.tsv`), "utf8"), name));

/** A little below what is reached. Who betters the lexicon raises them; nobody lowers them to let a change pass. */
const floors = {
  dev: { uk: [0.92, 0.9], en: [0.91, 0.91], ru: [0.95, 0.94] },
  practice: { uk: [0.9, 0.88], en: [0.88, 0.87], ru: [0.9, 0.87] },
  test: { uk: [0.84, 0.78], en: [0.8, 0.75], ru: [0.83, 0.8] },
} as const;

describe.each(["dev", "practice", "test"] as const)("on the sentences of %s", (name) => {
  const judgements = half(name);

  it.each(["uk", "en", "ru"] as const)("keeps its macro-F1 of sentiment and intent: %s", (language) => {
    const [sentiment, intent] = floors[name][language];
    expect(judgements[language]?.sentiment.macroF1).toBeGreaterThanOrEqual(sentiment);
    expect(judgements[language]?.intent.macroF1).toBeGreaterThanOrEqual(intent);
  });

  it("keeps the language's accuracy, and takes hardly a customer for spam", () => {
    expect(judgements.all?.languageAccuracy).toBeGreaterThanOrEqual(0.95);
    expect(judgements.all?.spam.precision).toBeGreaterThanOrEqual(0.9);
  });
});

describe("a file of one's own", () => {
  test("is read by the names of its columns, in any order, others ignored", () => {
    const content = "note\ttext\tintent\tlang\tsentiment\r\nx\tСмачно\tpraise\tuk\tpositive\r\n\r\n";
    expect(parseSentences(content, "own.tsv")).toEqual([
      { lang: "uk", sentiment: "positive", intent: "praise", text: "Смачно" },
    ]);
  });

  test.each([
    ["own.tsv:1: no column sentiment, text", "lang\tintent\nuk\tpraise"],
    ["own.tsv:2: 3 cells under 4 names", "lang\tsentiment\tintent\ttext\nuk\tpositive\tpraise"],
    ["own.tsv:3: sentiment", "lang\tsentiment\tintent\ttext\nuk\tpositive\tpraise\ta\nuk\tgood\tpraise\tb"],
    ["own.tsv:2: lang", "lang\tsentiment\tintent\ttext\npl\tpositive\tpraise\ta"],
    ["own.tsv:2: text", "lang\tsentiment\tintent\ttext\nuk\tpositive\tpraise\t "],
    ["own.tsv: no sentences", "lang\tsentiment\tintent\ttext\n"],
  ])("is refused with the place and the reason: %s", (message, content) => {
    const read = () => parseSentences(content, "own.tsv");
    expect(read).toThrow(MalformedFile);
    expect(read).toThrow(message);
  });

  test("is judged by language and over all", () => {
    const content = "lang\tsentiment\tintent\ttext\nuk\tpositive\tpraise\tДуже смачно!\nen\tpositive\tpraise\tTerrible";
    const { uk, en, ru, all } = judge(parseSentences(content, "own.tsv"));
    expect(uk?.sentiment.accuracy).toBe(1);
    expect(en?.sentiment.accuracy).toBe(0);
    expect(ru).toBeUndefined();
    expect(all).toMatchObject({ sentences: 2, sentiment: { accuracy: 0.5 }, languageAccuracy: 1 });
  });
});
