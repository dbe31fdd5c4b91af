import type { Language } from "../kernel/language.ts";
import { formatNumber, localeOf } from "./format.ts";

interface ToldRate {
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  readonly month: string;
  readonly note?: string | undefined;
}

/** A month within a sentence: November 2026, листопад 2026. */
function monthText(language: Language, month: string): string {
  const [year, number] = month.split("-").map(Number);
  const name = new Intl.DateTimeFormat(localeOf(language), { month: "long", timeZone: "UTC" }).format(
    Date.UTC(year ?? 0, (number ?? 1) - 1, 1),
  );
  return `${name} ${year}`;
}

/** A rate as it stands beside a figure: "1 USD = 41.25 UAH, your rate for November 2026". */
export function rateText(language: Language, { from, to, rate, month, note }: ToldRate): string {
  const equation = `1 ${from} = ${formatNumber(language, Number(rate), 9)} ${to}`;
  const when = monthText(language, month);
  const source = note ? ` (${note})` : "";
  return language === "uk"
    ? `${equation}, ваш курс за ${when}${source}`
    : `${equation}, your rate for ${when}${source}`;
}

/** Which rates are missing: "USD for November 2026, EUR for October 2026". */
export function missingRatesText(language: Language, missing: readonly Pick<ToldRate, "from" | "month">[]): string {
  const of = language === "uk" ? "за" : "for";
  return missing.map(({ from, month }) => `${from} ${of} ${monthText(language, month)}`).join(", ");
}
