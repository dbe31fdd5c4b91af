import { expect, it } from "vitest";
import { formatMoney, minorUnitsOf, typedAmount } from "./money.ts";

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

it("writes an amount as each language does, and so that it is read back the same", () => {
  const money = { minorUnits: 1_250_050, currency: "UAH" };
  expect(formatMoney("uk", money).replace(/\s/g, " ")).toBe("12 500,50 ₴");
  expect(formatMoney("en", { ...money, minorUnits: 1_250_000 })).toBe("₴12,500");
  for (const language of ["uk", "en"] as const) {
    expect(minorUnitsOf(typedAmount(language, money), "UAH")).toBe(money.minorUnits);
  }
});
