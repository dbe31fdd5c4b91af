import { expect, it } from "vitest";
import { classify } from "./classify.ts";
import { labelled } from "./labelled.fixture.ts";

const sentences = labelled
  .trim()
  .split("\n")
  .map((line) => {
    const [language = "", sentiment = "", intent = "", text = ""] = line.split("|");
    return { language, sentiment, intent, text };
  });

/** The mean over the classes of each class's F1. */
function macroF1(pairs: readonly (readonly [wanted: string, got: string])[]): number {
  const classes = [...new Set(pairs.map(([wanted]) => wanted))];
  const scores = classes.map((name) => {
    const right = pairs.filter(([wanted, got]) => wanted === name && got === name).length;
    const wanted = pairs.filter(([label]) => label === name).length;
    const got = pairs.filter(([, label]) => label === name).length;
    return right === 0 ? 0 : (2 * right) / (wanted + got);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

const share = (hits: number, all: number): string => `${hits} of ${all}`;

it.each(["uk", "en"])("gets ordinary sentences right: %s", (language) => {
  const ofLanguage = sentences.filter((sentence) => sentence.language === language);
  const got = ofLanguage.map((sentence) => ({ ...sentence, got: classify(sentence.text) }));
  const wrong = got.filter(({ got, sentiment, intent }) => got.sentiment !== sentiment || got.intent !== intent);
  const sentiment = macroF1(got.map((row) => [row.sentiment, row.got.sentiment]));
  const intent = macroF1(got.map((row) => [row.intent, row.got.intent]));
  process.stdout.write(
    `${language}: sentiment macro-F1 ${sentiment.toFixed(3)}, intent macro-F1 ${intent.toFixed(3)}, both right ${share(got.length - wrong.length, got.length)}\n` +
      wrong.map((row) => `  ${row.text} -> ${JSON.stringify(row.got)}\n`).join(""),
  );
  expect(sentiment).toBeGreaterThanOrEqual(0.9);
  expect(intent).toBeGreaterThanOrEqual(0.85);
});

it("knows the language by letters and function words", () => {
  const known = sentences.filter(({ text }) => /\p{L}{3}/u.test(text));
  const right = known.filter(({ text, language }) => classify(text).language === language).length;
  process.stdout.write(`language: ${share(right, known.length)}\n`);
  expect(right / known.length).toBeGreaterThanOrEqual(0.95);
  expect(classify("123 👍").language).toBe("unknown");
});

it("says which terms decided", () => {
  expect(classify("Жахливо, ніхто не відповідає").terms).toEqual(expect.arrayContaining(["жахливо", "ніхто не"]));
  expect(classify("How much is it?").terms).toEqual(["how much"]);
});

it("is not misled by a ready-made lexicon's mistakes: «жахливо» and «дорого» are bad", () => {
  expect(classify("жахливо").sentiment).toBe("negative");
  expect(classify("дорого").sentiment).toBe("negative");
  expect(classify("недорого").sentiment).toBe("positive");
});

it.each(["", " ", "\u0000", "a".repeat(20_000), "не ".repeat(5000), "🙂".repeat(3000)])("reads anything", (text) => {
  expect(classify(text).intent).toBeTypeOf("string");
});
