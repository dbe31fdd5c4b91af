import type { Language } from "../kernel/language.ts";
import { currencyDigits, type Money } from "../kernel/money.ts";
import { localeOf, withMinus } from "./format.ts";

/** An amount as a person reads it: 12 500 ₴. */
export function formatMoney(language: Language, { minorUnits, currency }: Money): string {
  const digits = currencyDigits(currency);
  const whole = minorUnits % 10 ** digits === 0;
  const format = new Intl.NumberFormat(localeOf(language), {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    ...(whole && { maximumFractionDigits: 0 }),
  });
  return withMinus(format.format(minorUnits / 10 ** digits));
}

/** The amount in a field, to be changed. */
export const typedAmount = (language: Language, { minorUnits, currency }: Money): string =>
  String(minorUnits / 10 ** currencyDigits(currency)).replace(".", language === "uk" ? "," : ".");

/** Minor units of an amount as people type it, spaces between thousands and a comma or a point; `null` for no amount. */
export function minorUnitsOf(text: string, currency: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  if (!/^\d+(\.\d*)?$/.test(plain)) return null;
  const units = Math.round(Number(plain) * 10 ** currencyDigits(currency));
  return Number.isSafeInteger(units) ? units : null;
}
