import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  type AskedQuestion,
  isFrequent,
  type QuestionBook,
  questionBookSchema,
  questionStems,
  withQuestion,
} from "./frequent-question.ts";

const start = 1_795_168_800_000;
const day = 86_400_000;
let messages = 0;
const asked = (person: string, text: string, at = start): AskedQuestion => ({
  text,
  wording: text,
  person,
  evidence: { key: `m${messages++}`, what: "message", id: "thr_1", at },
});
const none: QuestionBook = { clusters: [], version: 0 };

/** The clusters after these questions, and whether the last one made its cluster frequent. */
function taken(questions: readonly AskedQuestion[]) {
  let book = none;
  let frequent = false;
  for (const question of questions) {
    const put = withQuestion(book, question);
    if (!put) continue;
    book = put.book;
    frequent = isFrequent(put.cluster);
  }
  return { clusters: book.clusters, frequent };
}

describe("a question asked by many", () => {
  it.each([
    ["uk", "Чи є у вас безлактозне молоко?", "Підкажіть, безлактозне молоко є?", "А безлактозне молоко буває?"],
    ["uk", "Коли відкриваєтесь у неділю?", "О котрій ви відкриваєтеся в неділю?", "В неділю коли відкриваєтесь"],
    ["uk", "Скільки коштує доставка?", "Яка ціна доставки? Скільки коштує?", "А доставка скільки коштує"],
    ["en", "Do you have oat milk?", "Is there any oat milk?", "oat milk?"],
    ["en", "Are you open on Christmas?", "Will you be open at Christmas?", "Open Christmas day?"],
    ["ru", "Есть ли парковка рядом?", "Подскажите, парковка рядом есть?", "А парковка рядом?"],
  ])("%s: three persons, three wordings, one cluster", (_, ...wordings) => {
    const { clusters, frequent } = taken(wordings.map((text, i) => asked(`person${i}`, text)));
    expect(clusters).toHaveLength(1);
    expect(frequent).toBe(true);
  });

  it("keeps different questions apart", () => {
    const texts = [
      "Чи є у вас безлактозне молоко?",
      "Чи є у вас парковка?",
      "Коли ви відкриваєтесь?",
      "Do you have oat milk?",
      "Do you have a terrace?",
      "How much is the large latte?",
    ];
    expect(taken(texts.map((text, i) => asked(`p${i}`, text))).clusters).toHaveLength(texts.length);
  });

  it("is not one person who asks three times", () => {
    expect(taken([1, 2, 3].map(() => asked("Олена", "Де мій торт?"))).frequent).toBe(false);
  });

  it("counts a message that is delivered again once", () => {
    const first = asked("a", "Ціна доставки?");
    const second = asked("b", "Яка ціна доставки?");
    expect(taken([first, second, second, first]).clusters[0]?.evidence).toHaveLength(2);
    expect(taken([first, second, second, first]).frequent).toBe(false);
  });

  it("forgets what was asked more than a week before", () => {
    const old = ["a", "b"].map((person) => asked(person, "Ціна доставки?"));
    expect(taken([...old, asked("c", "Ціна доставки?", start + 8 * day)]).frequent).toBe(false);
    expect(taken([...old, asked("c", "Ціна доставки?", start + 6 * day)]).frequent).toBe(true);
  });

  it("is not one that somebody asks every week, however long that goes on", () => {
    const weekly = ["a", "b", "c", "d", "e"].map((person, week) =>
      asked(person, "Ціна доставки?", start + week * 6 * day),
    );
    expect(taken(weekly)).toMatchObject({ clusters: [{ persons: [{ id: "d" }, { id: "e" }] }], frequent: false });
    const again = [asked("a", "Ціна доставки?"), asked("a", "Ціна доставки?", start + 5 * day)];
    const soon = ["b", "c"].map((person) => asked(person, "Ціна доставки?", start + 9 * day));
    expect(taken([...again, ...soon]).frequent).toBe(true);
  });

  it("reads persons that were stored without their times", () => {
    const stored = {
      clusters: [{ id: "m", stems: ["ціна"], wording: "Ціна?", persons: ["a", "b"], lastAt: start, evidence: [] }],
      version: 1,
    };
    const read = v.parse(questionBookSchema, stored);
    expect(v.parse(questionBookSchema, read)).toEqual(read);
    expect(withQuestion(read, asked("c", "Ціна?", start + day))?.cluster.persons.map(({ id }) => id)).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("says nothing of a question without a word of its own", () => {
    expect(questionStems("Як? Чому?")).toEqual([]);
    expect(withQuestion(none, asked("a", "???"))).toBeNull();
  });

  it("stays within its bounds whatever is asked", () => {
    const many = Array.from({ length: 300 }, (_, i) => asked(`p${i}`, `Чи є ${i}аб ${i}вг?`, start + i));
    const { clusters } = taken(many);
    expect(clusters).toHaveLength(40);
    expect(JSON.stringify(clusters).length).toBeLessThan(16_000);
  });
});
