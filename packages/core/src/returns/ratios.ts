import { converted, type DatedMoney, type Purse } from "../currencies/index.ts";
import { sumsByCurrency } from "../kernel/money.ts";
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

/**
 * Amounts as one in the purse's currency. Where a rate is missing they are one all the same if all are of one currency: then
 * in that; else there is none. Nothing at all is 0.
 */
export function amountOf(amounts: readonly DatedMoney[], purse: Purse): KnownAmount {
  const { minorUnits, missing } = converted(amounts, purse);
  if (missing.length === 0) return amount(minorUnits, purse.currency);
  const [only, ...others] = sumsByCurrency(amounts.filter((one) => one.minorUnits !== 0));
  return only && others.length === 0 ? amount(only.minorUnits, only.currency) : absent("no-rate");
}

/** An amount for each of `count`, rounded to minor units. */
export function costOfEach(cost: KnownAmount, count: Known, none: ReturnAbsence): KnownAmount {
  if (!cost.available) return cost;
  if (!count.available) return count;
  return count.value === 0 ? absent(none) : amount(Math.round(cost.minorUnits / count.value), cost.currency);
}

/** What a new lead cost in all. Where nothing was spent that anybody wrote down or measured, nobody knows: it is no 0. */
export const costOfLead = (cost: KnownAmount, leads: Known): KnownAmount =>
  cost.available && cost.minorUnits === 0 && leads.available && leads.value > 0
    ? absent("no-cost")
    : costOfEach(cost, leads, "no-leads");

/** (worth − cost) / cost. There is no return on nothing, and none across currencies without a rate. */
export function returnOn(cost: KnownAmount, worth: KnownAmount): Known {
  if (!cost.available) return cost;
  if (cost.minorUnits === 0) return absent("no-cost");
  if (!worth.available) return worth;
  if (worth.minorUnits !== 0 && worth.currency !== cost.currency) return absent("no-rate");
  return known((worth.minorUnits - cost.minorUnits) / cost.minorUnits);
}

export const returnsOn = (cost: KnownAmount, won: WonByTouch): ReturnByTouch => ({
  first: returnOn(cost, won.first.worth),
  last: returnOn(cost, won.last.worth),
});
