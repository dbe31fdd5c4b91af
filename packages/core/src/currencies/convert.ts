import { currencyDigits } from "../kernel/money.ts";
import type { DatedMoney, ExchangeRate, MissingRate, UsedRate } from "./model.ts";

/** A currency into which amounts are converted, and the rates by which. */
export interface Purse {
  readonly currency: string;
  readonly rates: readonly ExchangeRate[];
}

/** Some amounts in the purse's currency. */
export interface Converted {
  /** Minor units of those amounts that could be converted. */
  readonly minorUnits: number;
  /** The rates that were taken, in order of month. */
  readonly used: readonly UsedRate[];
  /** The rates that were not there; the sum is that of the other amounts. */
  readonly missing: readonly MissingRate[];
}

/**
 * Amounts added up in one currency. Those of a month and currency are added first and converted once by that month's rate,
 * rounded half away from zero to minor units; no other rounding takes place, and what is in the purse's currency stays as
 * it is. Nothing is converted by another month's rate, or backwards. The only place where money is converted.
 */
export function converted(amounts: readonly DatedMoney[], { currency, rates }: Purse): Converted {
  const groups = Map.groupBy(
    amounts.filter(({ minorUnits }) => minorUnits !== 0),
    ({ month, currency: from }) => `${month} ${from}`,
  );
  let minorUnits = 0;
  const used: UsedRate[] = [];
  const missing: MissingRate[] = [];
  for (const [key, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [month = "", from = ""] = key.split(" ");
    const sum = group.reduce((total, one) => total + one.minorUnits, 0);
    if (from === currency) {
      minorUnits += sum;
      continue;
    }
    const rate = rates.find((one) => one.month === month && one.from === from && one.to === currency);
    const value = rate && exchanged(sum, rate);
    if (!rate || value === undefined) {
      missing.push({ month, from });
      continue;
    }
    minorUnits += value;
    const { note } = rate;
    used.push({ month, from, to: currency, rate: rate.rate, ...(note && { note }) });
  }
  return { minorUnits, used, missing };
}

/**
 * Minor units of `to` for minor units of `from`, rounded half away from zero; `undefined` beyond what an integer holds
 * exactly, which only a slip in the rate can bring about.
 */
export function exchanged(
  minorUnits: number,
  { from, to, rate }: Pick<ExchangeRate, "from" | "to" | "rate">,
): number | undefined {
  const [whole = "", fraction = ""] = rate.split(".");
  const product = BigInt(minorUnits) * BigInt(whole + fraction);
  const shift = currencyDigits(to) - currencyDigits(from) - fraction.length;
  const value = Number(shift >= 0 ? product * 10n ** BigInt(shift) : rounded(product, 10n ** BigInt(-shift)));
  return Number.isSafeInteger(value) ? value : undefined;
}

function rounded(product: bigint, by: bigint): bigint {
  const half = by / 2n;
  return product >= 0n ? (product + half) / by : -((-product + half) / by);
}
