import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencyDigits } from "../kernel/money.ts";
import { converted, exchanged } from "./convert.ts";
import type { DatedMoney, ExchangeRate } from "./model.ts";

const rateOf = (from: string, rate: string, change: Partial<ExchangeRate> = {}): ExchangeRate => ({
  ...{ workspaceId: "ws_1", month: "2026-11", from, to: "UAH", rate, by: "mem_1", at: 0, version: 1 },
  ...change,
});
const decimal = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 9 }))
  .map(([whole, fraction, digits]) => ({ whole, digits, fraction: fraction % 10 ** digits }))
  .filter(({ whole, fraction }) => whole + fraction > 0)
  .map(({ whole, fraction, digits }) => `${whole}${digits ? `.${String(fraction).padStart(digits, "0")}` : ""}`);
const currency = fc.constantFrom("USD", "EUR", "JPY", "KWD", "UAH");
const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });

describe("one amount", () => {
  it.each([
    [100, "USD", "41.25", "UAH", 41_25],
    [1, "USD", "0.5", "UAH", 1],
    [1, "USD", "0.499999999", "UAH", 0],
    [-1, "USD", "0.5", "UAH", -1],
    [3, "USD", "0.1", "UAH", 0],
    [150, "JPY", "0.272", "UAH", 40_80],
    [1_234, "KWD", "134.5", "UAH", 165_97],
    [41_25, "UAH", "0.024242424", "USD", 1_00],
    [1_00, "USD", "155.5", "JPY", 156],
  ])("%i minor units of %s at %s are exactly rounded in %s: %i", (minorUnits, from, rate, to, expected) => {
    expect(exchanged(minorUnits, { from, to, rate })).toBe(expected);
  });

  it("lies within half a minor unit of the exact product, and is the same with the opposite sign", () => {
    fc.assert(
      fc.property(cents, decimal, currency, currency, (minorUnits, rate, from, to) => {
        const value = exchanged(minorUnits, { from, to, rate });
        if (value === undefined) return;
        const [whole = "", fraction = ""] = rate.split(".");
        // Twice the difference, in units so small that all of it is whole.
        const scale = 10n ** BigInt(fraction.length + currencyDigits(from));
        const product = BigInt(minorUnits) * BigInt(whole + fraction) * 10n ** BigInt(currencyDigits(to));
        const difference = 2n * (BigInt(value) * scale - product);
        expect(difference <= scale && difference >= -scale).toBe(true);
        expect(exchanged(-minorUnits, { from, to, rate })).toBe(0 - value);
      }),
    );
  });

  it("is none beyond what an integer holds exactly", () => {
    expect(exchanged(100_000_000_000, { from: "USD", to: "UAH", rate: "999999" })).toBeUndefined();
    expect(
      converted([{ month: "2026-11", currency: "USD", minorUnits: 1e11 }], {
        currency: "UAH",
        rates: [rateOf("USD", "999999")],
      }),
    ).toEqual({ minorUnits: 0, used: [], missing: [{ month: "2026-11", from: "USD" }] });
  });
});

describe("several amounts", () => {
  const month = fc.constantFrom("2026-09", "2026-10", "2026-11");
  const amounts = fc.array(fc.record({ month, currency, minorUnits: cents }), { maxLength: 30 });
  const rates = fc.array(fc.record({ month, from: currency, rate: decimal }), { maxLength: 12 }).map((all) =>
    all
      .filter(({ from }) => from !== "UAH")
      .filter((one, at) => all.findIndex((other) => other.month === one.month && other.from === one.from) === at)
      .map((one) => rateOf(one.from, one.rate, one)),
  );

  it("are, in whatever order, the sum of each month and currency converted once", () => {
    fc.assert(
      fc.property(amounts, rates, fc.integer(), (all, known, seed) => {
        const purse = { currency: "UAH", rates: known };
        const result = converted(all, purse);
        const shuffled = all.toSorted(
          (a, b) => ((a.minorUnits * 7919 + seed) % 97) - ((b.minorUnits * 7919 + seed) % 97),
        );
        expect(converted(shuffled, purse)).toEqual(result);
        const groups = [...Map.groupBy(all, (one) => `${one.month} ${one.currency}`).values()];
        const parts = groups.map((group) => converted(group, purse).minorUnits);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(result.minorUnits);
        for (const { month: of, from } of result.missing) {
          expect(
            known.some((one) => one.month === of && one.from === from && exchanged(1_000_000, one) !== undefined),
          ).toBe(false);
        }
      }),
    );
  });

  it("in the purse's own currency stay to the minor unit, without any rate", () => {
    fc.assert(
      fc.property(amounts, (all) => {
        const own = all.map((one): DatedMoney => ({ ...one, currency: "UAH" }));
        const sum = own.reduce((total, { minorUnits }) => total + minorUnits, 0);
        expect(converted(own, { currency: "UAH", rates: [] })).toEqual({ minorUnits: sum, used: [], missing: [] });
      }),
    );
  });

  it("take no other month's rate, none in the other direction, and none for nothing", () => {
    const purse = {
      currency: "UAH",
      rates: [rateOf("USD", "41", { month: "2026-10" }), rateOf("UAH", "0.02", { to: "USD" })],
    };
    expect(converted([{ month: "2026-11", currency: "USD", minorUnits: 5 }], purse).missing).toEqual([
      { month: "2026-11", from: "USD" },
    ]);
    expect(converted([{ month: "2026-11", currency: "USD", minorUnits: 0 }], purse)).toEqual({
      minorUnits: 0,
      used: [],
      missing: [],
    });
  });
});
