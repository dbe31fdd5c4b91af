import * as v from "valibot";

/** An ISO 4217 code that there is, as it may be chosen. */
export const currencySchema = v.picklist(Intl.supportedValuesOf("currency"), "not a currency");

/** An amount in integer minor units (kopiikas, cents) of a currency; also of one that there is no more. */
export const moneySchema = v.object({
  minorUnits: v.pipe(v.number(), v.safeInteger()),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "not a currency")),
});
export type Money = v.InferOutput<typeof moneySchema>;

/** An amount that somebody gives. */
export const givenMoneySchema = v.object({ ...moneySchema.entries, currency: currencySchema });

/** How many digits a currency has after the point: its minor units are so many powers of ten. */
export const currencyDigits = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Amounts added up, one sum per currency, in the order of their codes. */
export function sumsByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>();
  for (const { currency, minorUnits } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minorUnits);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, minorUnits]) => ({ currency, minorUnits }));
}

/** An amount of the currency's whole units in minor units, rounded. */
export const inMinorUnits = (amount: number, currency: string): number =>
  Math.round(amount * 10 ** currencyDigits(currency)) || 0;
