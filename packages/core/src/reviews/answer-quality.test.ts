import { expect, it } from "vitest";
import { answerQuality, type QualityPart } from "./answer-quality.ts";

const bad = { text: "Кава була холодна, чекали пів години", language: "uk", isNegative: true } as const;
const good = { text: "Great coffee and friendly baristas", language: "en", isNegative: false } as const;
const bare = { text: "", language: "unknown", isNegative: false } as const;

const missing = (review: Parameters<typeof answerQuality>[0], answer: string): QualityPart[] =>
  answerQuality(review, answer).parts.flatMap(({ part, met }) => (met ? [] : [part]));

it("gives everything to an answer that takes the matter up, apologises and offers a contact", () => {
  const answer = "Вибачте за холодну каву. Напишіть нам на hello@lystok.example, зробимо нову.";
  expect(answerQuality(bad, answer)).toMatchObject({ score: 1 });
  expect(missing(bad, answer)).toEqual([]);
});

it.each([
  ["Вибачте. Напишіть нам: hello@lystok.example", ["point"]],
  ["Sorry about the cold coffee, write to us", ["point", "language"]],
  ["Вибачте за холодну каву, таке більше не станеться.", ["contact"]],
  ["Холодна кава буває. Зателефонуйте: +380 44 123 45 67", ["thanks"]],
  ["Вибачте за холодну каву!!! Напишіть нам", ["calm"]],
  ["ВИБАЧТЕ НАМ ХОЛОДНУ каву, напишіть нам", ["calm"]],
  ["Извините за холодный кофе, были ошибки, напишите: +380441234567", ["language"]],
] as const)("says what is missing in «%s»", (answer, expected) => {
  expect(missing(bad, answer)).toEqual(expected);
});

it("asks a contact only for those who are unhappy, and nothing of a review without words", () => {
  expect(answerQuality(good, "Thank you, our baristas read this").score).toBe(1);
  expect(answerQuality(bare, "Дякуємо").parts.map(({ part }) => part)).toEqual(["thanks", "calm"]);
});

it("does not take a date for a number to call", () => {
  expect(missing(bad, "Вибачте за холодну каву 24.11")).toEqual(["contact"]);
});
