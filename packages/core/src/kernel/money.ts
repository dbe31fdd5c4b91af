import * as v from "valibot";

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** An amount in integer minor units (kopiikas, cents) of an ISO 4217 currency. */
export const moneySchema = v.object({
  minorUnits: v.pipe(v.number(), v.safeInteger()),
  currency: v.pipe(
    v.string(),
    v.check((code) => currencies.has(code), "not a currency"),
  ),
});
export type Money = v.InferOutput<typeof moneySchema>;

/** How many digits a currency has after the point: its minor units are so many powers of ten. */
export const currencyDigits = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Amounts added up, one sum per currency, in the order of their codes. */
export function sumsByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>();
  for (const { currency, minorUnits } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minorUnits);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, minorUnits]) => ({ currency, minorUnits }));
}
