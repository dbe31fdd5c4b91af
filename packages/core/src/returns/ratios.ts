import type { Money } from "../kernel/money.ts";
import {
  absent,
  amount,
  type Known,
  type KnownAmount,
  known,
  type ReturnAbsence,
  type ReturnByTouch,
  type WonByTouch,
} from "./model.ts";

/** Sums of one currency as an amount; nothing at all is 0 of `currency`, several currencies are no amount. */
export function amountOf(sums: readonly Money[], currency: string): KnownAmount {
  const given = sums.filter(({ minorUnits }) => minorUnits !== 0);
  if (given.length > 1) return absent("currencies-differ");
  const only = given[0] ?? sums[0];
  return amount(given[0]?.minorUnits ?? 0, only?.currency ?? currency);
}

/** An amount for each of `count`, rounded to minor units. */
export function costOfEach(cost: KnownAmount, count: Known, none: ReturnAbsence): KnownAmount {
  if (!cost.available) return cost;
  if (!count.available) return count;
  return count.value === 0 ? absent(none) : amount(Math.round(cost.minorUnits / count.value), cost.currency);
}

/** (value − cost) / cost. There is no return on nothing, and none across currencies. */
export function returnOn(cost: KnownAmount, value: readonly Money[]): Known {
  if (!cost.available) return cost;
  if (cost.minorUnits === 0) return absent("no-cost");
  if (value.some(({ currency, minorUnits }) => minorUnits !== 0 && currency !== cost.currency)) {
    return absent("currencies-differ");
  }
  const won = value.reduce((sum, { minorUnits }) => sum + minorUnits, 0);
  return known((won - cost.minorUnits) / cost.minorUnits);
}

export const returnsOn = (cost: KnownAmount, won: WonByTouch): ReturnByTouch => ({
  first: returnOn(cost, won.first.value),
  last: returnOn(cost, won.last.value),
});
