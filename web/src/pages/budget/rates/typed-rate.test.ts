import { expect, it } from "vitest";
import { typedRate } from "./typed-rate.ts";

it.each([
  ["41,25", "41.25"],
  [" 41.250 ", "41.250"],
  ["1 234,5", "1234.5"],
  ["041", "41"],
  ["0,000000001", "0.000000001"],
  ["", null],
  ["0", null],
  ["-1", null],
  ["41,", null],
  ["1.234,5", null],
  ["1234567", null],
  ["0,0000000001", null],
])("%j is the rate %j", (text, rate) => {
  expect(typedRate(text)).toBe(rate);
});
