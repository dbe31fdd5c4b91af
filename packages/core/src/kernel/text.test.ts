import * as v from "valibot";
import { expect, it } from "vitest";
import { excerpt, lineSchema } from "./text.ts";

it.each([
  ["a short text stays", "Нове меню", 20, "Нове меню"],
  ["a long one is cut between words", "Гарбузовий лате повернувся", 20, "Гарбузовий лате…"],
  ["one long word is cut within", "a".repeat(30), 10, `${"a".repeat(10)}…`],
  ["lines become one", "one\n\n two", 20, "one two"],
  ["no half of a character is left", "😀😀😀", 3, "😀…"],
])("%s", (_, text, length, expected) => {
  expect(excerpt(text, length)).toBe(expected);
});

it.each([
  ["", false],
  ["   ", false],
  ["Осіннє меню 🎃 «для двох»", true],
  ["\u200b\u2060 \ufe0f", false],
  ["❤️", true],
  ["two\nlines", false],
  ["two\u2028lines", false],
  ["nul\u0000", false],
  ["\u202Edesrever", false],
  ["\u2066isolated\u2069", false],
  ["family 👨‍👩‍👧", true],
  ["x".repeat(101), false],
])("a line is not just any text: %j", (text, isLine) => {
  expect(v.is(lineSchema(100), text)).toBe(isLine);
});
