import { expect, it } from "vitest";
import { minorUnitsOf } from "./money.ts";

it.each([
  ["12 500", "UAH", 1_250_000],
  ["12500,5", "UAH", 1_250_050],
  ["0.29", "EUR", 29],
  ["500", "JPY", 500],
  ["-1", "UAH", null],
  ["сто", "UAH", null],
  ["1,000.00", "UAH", null],
  ["9".repeat(20), "UAH", null],
])("reads %s %s as %s", (text, currency, units) => expect(minorUnitsOf(text, currency)).toBe(units));
