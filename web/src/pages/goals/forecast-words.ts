import { formatDay, formatPercent } from "#core/i18n/format.ts";
import type { Goal } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { formatHeadline, isDaily } from "../insights/figures.ts";

/** Whole units for what is counted; rates as they are. */
export const rounded = (value: number): number => (Math.abs(value) >= 10 ? Math.round(value) : value);

/** A chance in whole per cent; never a certainty that nobody has. */
export function shareText(chance: number): string {
  const sign = chance < 0.01 ? "<" : chance > 0.99 ? ">" : "";
  return sign + formatPercent(language.value, Math.min(0.99, Math.max(0.01, Math.round(chance * 100) / 100)));
}

/** Says of a figure that adds up how many days it is of. */
export const in28Days = (kpi: Goal["kpi"], words: string): string => (isDaily(kpi) ? words : t().goals.in28Days(words));

/** Where the figure is and where it is to go. */
export function progressText(
  { kpi, baseline, target }: Pick<Goal, "kpi" | "baseline" | "target">,
  value: number,
): string {
  const format = (one: number) => formatHeadline(kpi, rounded(one));
  const say = target < baseline ? t().goals.progressDown : t().goals.progress;
  return say(format(value), format(target));
}

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
