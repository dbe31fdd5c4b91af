import * as v from "valibot";
import { expect, it } from "vitest";
import { moneySchema } from "./money.ts";

it.each([
  ["UAH", true],
  ["EUR", true],
  ["ZZZ", false],
  ["uah", false],
  ["", false],
])("takes an amount in %s: %s", (currency, isTaken) => {
  expect(v.is(moneySchema, { minorUnits: 100, currency })).toBe(isTaken);
});
