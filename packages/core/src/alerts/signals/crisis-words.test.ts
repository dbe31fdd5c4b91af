import { describe, expect, it } from "vitest";
import { crisisSentences, harmlessSentences } from "./crisis-sentences.fixture.ts";
import { crisisWordsIn } from "./crisis-words.ts";

describe("words of crisis", () => {
  it.each(crisisSentences)("%s: %s", (topic, sentence) => {
    expect(crisisWordsIn(sentence).map((found) => found.topic)).toContain(topic);
  });

  it.each(harmlessSentences)("nothing: %s", (sentence) => {
    expect(crisisWordsIn(sentence)).toEqual([]);
  });

  it("tells by which words, and each topic once", () => {
    const text = "Отруїлись усією родиною. Отруєння підтвердили лікарі! Подаю на вас до суду.";
    expect(crisisWordsIn(text)).toEqual([
      { topic: "poisoning", words: "отруїлись" },
      { topic: "lawsuit", words: "на вас до суду" },
    ]);
  });

  it("is not undone by a negation in another clause", () => {
    expect(crisisWordsIn("Не ходіть сюди, ми отруїлись")).toHaveLength(1);
    expect(crisisWordsIn("I would never come back, I got food poisoning")).toHaveLength(1);
  });

  it("reads a text of any length within a blink", () => {
    const started = performance.now();
    crisisWordsIn("суд не отруїв court ".repeat(50_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
