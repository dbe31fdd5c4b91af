import { formatDay, formatPercent } from "#core/i18n/format.ts";
import type { Goal } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { formatHeadline } from "../insights/figures.ts";

/** Whole units for what is counted; rates as they are. */
export const rounded = (value: number): number => (Math.abs(value) >= 10 ? Math.round(value) : value);

/** A chance in whole per cent; never a certainty that nobody has. */
export const shareText = (chance: number): string =>
  formatPercent(language.value, Math.min(0.99, Math.max(0.01, Math.round(chance * 100) / 100)));

/** The finding of a forecast, or why there is none. */
export function forecastText({ kpi, forecast, dueDay }: Pick<Goal, "kpi" | "forecast" | "dueDay">): string {
  const texts = t().goals.forecast;
  if (!forecast.available) {
    const weeks = texts.restsOn(forecast.weeks);
    return texts.none[forecast.reason](weeks, texts.restsOn(forecast.neededWeeks));
  }
  const format = (value: number) => formatHeadline(kpi, rounded(value));
  const day = formatDay(language.value, dueDay, { day: "numeric", month: "long" });
  return texts.finding(day, format(forecast.value), format(forecast.low), format(forecast.high));
}
