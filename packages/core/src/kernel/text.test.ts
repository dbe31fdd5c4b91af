import { expect, it } from "vitest";
import { excerpt } from "./text.ts";

it.each([
  ["a short text stays", "Нове меню", 20, "Нове меню"],
  ["a long one is cut between words", "Гарбузовий лате повернувся", 20, "Гарбузовий лате…"],
  ["one long word is cut within", "a".repeat(30), 10, `${"a".repeat(10)}…`],
  ["lines become one", "one\n\n two", 20, "one two"],
  ["no half of a character is left", "😀😀😀", 3, "😀…"],
])("%s", (_, text, length, expected) => {
  expect(excerpt(text, length)).toBe(expected);
});
