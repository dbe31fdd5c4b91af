import * as v from "valibot";
import { versionSchema } from "../kernel/ids.ts";
import { currencySchema, type Money } from "../kernel/money.ts";
import { epochMsSchema, monthSchema } from "../kernel/time.ts";

const currency = currencySchema;

/** How many units of one currency a unit of another is, as a decimal number of at most six digits and nine after the point. */
const decimalSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,6}(\.\d{1,9})?$/, "not a rate"),
  v.check((rate) => /[1-9]/.test(rate), "not a rate"),
);

const noteSchema = v.pipe(v.string(), v.trim(), v.maxLength(200));

/** What a workspace counts a unit of `from` as in a month, in units of `to`. Decided by its members; nothing is fetched. */
export const exchangeRateSchema = v.object({
  workspaceId: v.string(),
  month: monthSchema,
  from: currency,
  to: currency,
  rate: decimalSchema,
  /** Where it was taken from. */
  note: v.optional(noteSchema),
  by: v.string(),
  at: epochMsSchema,
  version: v.number(),
});
export type ExchangeRate = v.InferOutput<typeof exchangeRateSchema>;

/** What a member writes: a rate into the workspace's own currency, on top of `version`, 0 for one that is not there yet. */
export const keepRateSchema = v.object({
  month: monthSchema,
  from: currency,
  rate: decimalSchema,
  note: v.optional(noteSchema),
  version: versionSchema,
});
export type KeepRate = v.InferOutput<typeof keepRateSchema>;

/** An amount of a month. */
export interface DatedMoney extends Money {
  readonly month: string;
}

/** The part of a rate that a figure is told with. */
export type UsedRate = Pick<ExchangeRate, "month" | "from" | "to" | "rate" | "note">;

/** A rate that was needed and is not there. */
export type MissingRate = Pick<ExchangeRate, "month" | "from">;
