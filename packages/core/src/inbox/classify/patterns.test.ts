import { expect, it } from "vitest";
import { Patterns } from "./patterns.ts";
import { normalise, tokensOf } from "./tokens.ts";

function found(pattern: string | string[], text: string): string | undefined {
  const patterns = new Patterns<string>();
  for (const one of [pattern].flat()) patterns.add(one, one);
  return patterns.match(tokensOf(normalise(text)), 0)?.meaning;
}

it("finds a word, and a stem only where it ends with an asterisk", () => {
  expect(found("жах", "жах")).toBe("жах");
  expect(found("жах", "жахливо")).toBeUndefined();
  expect(found("жахлив*", "жахливого")).toBe("жахлив*");
});

it("finds several words in a row, hyphens or not", () => {
  expect(found("не працю*", "не працює")).toBe("не працю*");
  expect(found("не працю*", "не дуже працює")).toBeUndefined();
  expect(found("rip off", "rip-off")).toBe("rip off");
});

it("finds either of the choices", () => {
  expect(found("не (прийшл*|доїха*)", "не доїхало")).toBe("не (прийшл*|доїха*)");
  expect(found("не (прийшл*|доїха*)", "не сподобалось")).toBeUndefined();
});

it("finds over a gap of three words at most, never over the end of a clause", () => {
  expect(found("вже .. чека*", "вже третій день поспіль чекаю")).toBe("вже .. чека*");
  expect(found("вже .. чека*", "вже чекаю")).toBe("вже .. чека*");
  expect(found("вже .. чека*", "вже третій день поспіль тут чекаю")).toBeUndefined();
  expect(found("вже .. чека*", "вже тут, чекаю")).toBeUndefined();
});

it("finds over a wide gap of six words and commas, never over the end of a sentence", () => {
  expect(found("booked ... got a", "booked a deep clean, got a dusting")).toBe("booked ... got a");
  expect(found("booked ... got a", "booked one two three four five six seven got a")).toBeUndefined();
  expect(found("booked ... got a", "booked a clean. got a dusting")).toBeUndefined();
});

it("reads digits and small numerals as numbers", () => {
  expect(found("# дні", "3 дні")).toBe("# дні");
  expect(found("# дні", "три дні")).toBe("# дні");
  expect(found("# дні", "довгі дні")).toBeUndefined();
});

it("prefers what covers more words, then the exact word, then the longer stem", () => {
  expect(found(["не", "не те що", "не те"], "не те що треба")).toBe("не те що");
  expect(found(["смач*", "смачно"], "смачно")).toBe("смачно");
  expect(found(["сма*", "смачн*"], "смачного")).toBe("смачн*");
});

it("finds a drawn-out word", () => {
  expect(found("дуже", "дуууууже")).toBe("дуже");
  expect(found("good", "goooood")).toBe("good");
});
