import * as v from "valibot";
import { expect, it } from "vitest";
import { givenMoneySchema, moneySchema } from "./money.ts";

it.each([
  ["UAH", true],
  ["EUR", true],
  ["ZZZ", false],
  ["uah", false],
  ["", false],
])("takes an amount in %s: %s", (currency, isTaken) => {
  expect(v.is(givenMoneySchema, { minorUnits: 100, currency })).toBe(isTaken);
});

it("reads an amount of a currency that there is no more", () => {
  expect(v.is(moneySchema, { minorUnits: 100, currency: "GRN" })).toBe(true);
});
