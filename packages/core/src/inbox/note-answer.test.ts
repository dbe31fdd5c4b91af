import { beforeEach, expect, it } from "vitest";
import { comparedAnswers } from "../reviews/index.ts";
import { type AnswerBook, essenceOf, noteAnswer } from "./note-answer.ts";
import type { Outgoing } from "./outgoing.ts";

let stored: AnswerBook;
let meanwhile: (() => void) | undefined;
beforeEach(() => {
  stored = { workspaceId: "ws_1", channelId: "chan_1", answers: [], version: 0 };
  meanwhile = undefined;
});

const answerBooks = {
  get: async () => {
    const read = stored;
    meanwhile?.();
    meanwhile = undefined;
    return read;
  },
  save: async (book: AnswerBook) => {
    if (book.version !== stored.version) return false;
    stored = { ...book, version: book.version + 1 };
    return true;
  },
};
const note = (id: string, text: string, person?: string) =>
  noteAnswer({ answerBooks }, { workspaceId: "ws_1", channelId: "chan_1", id, text } as Outgoing, person);

it("counts how many of the last answers say the same, whomever they greet", async () => {
  expect(await note("act_1", "Дякуємо, Олено! Чекаємо о 9.", "Олена Коваль")).toEqual({ same: 1, of: 1 });
  expect(await note("act_2", "Так, з вівсяним молоком", "Марта")).toEqual({ same: 1, of: 2 });
  expect(await note("act_3", "Дякуємо, Марто! Чекаємо о 10", "Марта")).toEqual({ same: 2, of: 3 });
});

it("notes an answer once, and says of it later what it said at first", async () => {
  const first = await note("act_1", "Дякуємо");
  await note("act_2", "Дякуємо");
  expect(await note("act_1", "Дякуємо")).toEqual(first);
  expect(stored.answers.map(({ id }) => id)).toEqual(["act_1", "act_2"]);
});

it("forgets what is older than the last that are compared, so that the item stays small", async () => {
  await note("act_old", "Дякуємо");
  for (let n = 0; n < comparedAnswers; n++) await note(`act_${n}`, `Інше ${"а".repeat(n + 1)}`);
  expect(await note("act_new", "Дякуємо")).toEqual({ same: 1, of: comparedAnswers });
  expect(stored.answers).toHaveLength(comparedAnswers);
  expect(JSON.stringify(stored.answers).length).toBeLessThan(3 * 1024);
});

it("loses no answer of another worker's that was noted meanwhile", async () => {
  meanwhile = () => {
    stored = { ...stored, answers: [{ id: "act_2", says: "x", same: 1, of: 1 }], version: 1 };
  };
  expect(await note("act_1", "Дякуємо")).toEqual({ same: 1, of: 2 });
  expect(stored.answers.map(({ id }) => id)).toEqual(["act_2", "act_1"]);
});

it("takes for the same what differs in capitals, figures and punctuation alone", () => {
  expect(essenceOf("ДЯКУЄМО!  Чекаємо о 9:30", undefined)).toBe(essenceOf("Дякуємо. Чекаємо о 11", undefined));
  expect(essenceOf("Дякуємо за каву", undefined)).not.toBe(essenceOf("Дякуємо за чай", undefined));
});
