import { expect, it } from "vitest";
import { type AnswerQuality, type Asked, answerQuality, type QualityPart } from "./answer-quality.ts";

const bad = { text: "Кава була холодна, чекали пів години", language: "uk", isNegative: true } as const;
const good = { text: "Great coffee and friendly baristas", language: "en", isNegative: false } as const;
const bare = { text: "", language: "unknown", isNegative: false } as const;

const missingOf = ({ parts }: AnswerQuality): QualityPart[] => parts.flatMap(({ part, met }) => (met ? [] : [part]));
const missing = (asked: Asked, answer: string): QualityPart[] => missingOf(answerQuality(asked, answer));

it("gives everything to an answer that takes the matter up, apologises and offers a contact", () => {
  const answer = "Вибачте за холодну каву. Напишіть нам на hello@lystok.example, зробимо нову.";
  expect(answerQuality(bad, answer)).toMatchObject({ score: 100 });
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
  expect(answerQuality(good, "Thank you, our baristas read this").score).toBe(100);
  expect(answerQuality(bare, "Дякуємо").parts.map(({ part }) => part)).toEqual(["thanks", "calm"]);
});

it("does not take a date for a number to call", () => {
  expect(missing(bad, "Вибачте за холодну каву 24.11")).toEqual(["contact"]);
});

it("is a whole number of a hundred: the share of parts that are met", () => {
  expect(answerQuality(bad, "Вибачте!!!")).toEqual({
    parts: [
      { part: "point", met: false },
      { part: "language", met: true },
      { part: "contact", met: false },
      { part: "thanks", met: true },
      { part: "calm", met: false },
    ],
    score: 40,
  });
});

it("asks nothing of a private complaint but what is not there: the two are in contact", () => {
  const parts = answerQuality({ ...bad, isPrivate: true }, "Вибачте за холодну каву").parts.map(({ part }) => part);
  expect(parts).toEqual(["point", "language", "thanks", "calm"]);
});

it.each([
  ["Скільки коштує лате?", "95 грн, чекаємо", true],
  ["О котрій відчиняєтесь?", "О 8:00", true],
  ["Скільки коштує лате?", "Чекаємо вас", false],
  ["Де ви знаходитесь?", "Вул. Садова, поруч із парком", true],
  ["Where are you?", "Come by any time", false],
  ["Чи можна з собакою?", "Так, чекаємо обох", true],
  ["Можна з собакою?", "Такого не знаємо", false],
  ["How much is a flat white?", "It is 95 UAH", true],
] as const)("knows whether «%s» was answered by «%s»", (text, answer, met) => {
  const asked = { text, language: "unknown", isNegative: false, isPlain: true } as const;
  expect(answerQuality(asked, answer).parts).toEqual([
    { part: "point", met },
    { part: "calm", met: true },
  ]);
});

it("calls a text overused from the fourth time in the channel's last answers on", () => {
  const use = (same: number) => missingOf(answerQuality(good, "Thank you, our baristas read this", { same, of: 30 }));
  expect([use(1), use(3), use(4)]).toEqual([[], [], ["template"]]);
});

it.each([
  ["Чудова кава", "Радіємо, що кавою ви задоволені", true],
  ["Дуже довго чекали", "Було дуже багато гостей", false],
  ["The scones were dry", "We were busy with our green tea", false],
  ["Great coffee", "Our coffees are roasted here", true],
] as const)("takes forms of a word for the word: «%s», «%s»", (text, answer, met) => {
  const { parts } = answerQuality({ text, language: "unknown", isNegative: false, isPlain: true }, answer);
  expect(parts[0]).toEqual({ part: "point", met });
});
