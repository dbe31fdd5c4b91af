import {
  formatChange,
  formatNumber,
  formatPercent,
  formatPercentChange,
  formatRate,
  localeOf,
} from "#core/i18n/format.ts";
import type { Headline, HeadlineChange, KpiName } from "#core/insights/model.ts";
import type { AxisUnit } from "#core/reports/charts/axis.ts";
import type { GoalKpi } from "#core/strategy/model.ts";
import { language, t } from "../../language.ts";
import { spanOf } from "../../wording.ts";

type Kind = "count" | "change" | "share" | "duration" | "rate";

const kinds: Readonly<Record<GoalKpi, Kind>> = {
  followers: "count",
  followersChange: "change",
  interactions: "count",
  engagementRate: "share",
  reach: "count",
  leads: "count",
  conversionToWon: "share",
  shareAnswered: "share",
  medianFirstResponseMs: "duration",
  shareWithinTarget: "share",
  qualityScore: "share",
  negativeFeedback: "count",
  negativePer1000: "rate",
  siteVisits: "count",
};

/** The headlines of which less is better. */
const lessIsBetter: ReadonlySet<GoalKpi> = new Set(["medianFirstResponseMs", "negativeFeedback", "negativePer1000"]);

/** A headline's value in words and figures. */
export function formatHeadline(headline: GoalKpi, value: number): string {
  switch (kinds[headline]) {
    case "share":
      return formatPercent(language.value, value);
    case "duration":
      return value === 0 ? "0" : spanOf(value);
    case "change":
      return formatChange(language.value, value);
    case "rate":
      return formatRate(language.value, value);
    case "count":
      return formatNumber(language.value, value);
  }
}

/** Whether a headline counts from zero, or is a level that may start anywhere. */
export const isLevel = (headline: GoalKpi): boolean => headline === "followers";

const units: Readonly<Record<Kind, AxisUnit>> = {
  count: "count",
  change: "count",
  share: "share",
  duration: "duration",
  rate: "number",
};
/** By which steps a headline's axis goes up. */
export const axisOf = (headline: GoalKpi): AxisUnit => units[kinds[headline]];

/** Whether a goal, which speaks of 28 days, can be set beside a single day: rates and levels can, sums cannot. */
export const isDaily = (headline: GoalKpi): boolean =>
  isLevel(headline) || kinds[headline] === "share" || kinds[headline] === "rate" || kinds[headline] === "duration";

/** A share with its sign: +1.2 %, −3 %. */
export const signedPercent = (share: number): string => formatPercentChange(language.value, share);

export interface ChangeText {
  readonly text: string;
  readonly tone: "leaf" | "poppy" | "soft";
  /** Which days were left out of the comparison, and why. */
  readonly note?: string | undefined;
}

/** A change in words and sign: "+38, 1.6 % more"; of a share in points, since a per cent of per cents misleads. */
export function changeText(headline: GoalKpi, { difference, relative, basis }: HeadlineChange): ChangeText {
  const texts = t().insights;
  if (!difference.available) return { text: texts.notCompared[basis], tone: "soft" };
  const note = basis === "whole" ? undefined : texts.comparedDays[basis];
  const { value } = difference;
  if (value === 0) return { text: texts.same, tone: "soft", note };
  if (isTooSmall[kinds[headline]](value)) return { text: texts.almostSame, tone: "soft", note };
  const percent = relative.available ? formatPercent(language.value, Math.abs(relative.value)) : undefined;
  const words = percent && (value > 0 ? texts.more(percent) : texts.less(percent));
  const text = [signs[kinds[headline]](value), kinds[headline] === "share" ? undefined : words].filter(Boolean);
  const tone = value > 0 === lessIsBetter.has(headline) ? "poppy" : "leaf";
  return { text: text.join(", "), tone, note };
}

const count = (value: number) => formatChange(language.value, value);

/** How a difference is written, by what it is a difference of. */
const signs: Readonly<Record<Kind, (value: number) => string>> = {
  count,
  change: count,
  share: (value) => t().insights.points(formatChange(language.value, value * 100, 1)),
  rate: (value) => formatChange(language.value, value, 1),
  duration: (value) => (value > 0 ? t().insights.longer : t().insights.shorter)(spanOf(value)),
};

/** A difference that would be written as none. */
const isTooSmall: Readonly<Record<Kind, (value: number) => boolean>> = {
  count: (value) => Math.abs(value) < 0.5,
  change: (value) => Math.abs(value) < 0.5,
  share: (value) => Math.abs(value) < 0.0005,
  rate: (value) => Math.abs(value) < 0.05,
  duration: (value) => Math.abs(value) < 30_000,
};

/** The KPI on whose page a headline is told. */
export const kpiOfHeadline: Readonly<Record<Headline, KpiName>> = {
  followers: "audienceGrowth",
  followersChange: "audienceGrowth",
  interactions: "engagement",
  engagementRate: "engagement",
  reach: "reach",
  leads: "leads",
  conversionToWon: "leads",
  shareAnswered: "response",
  medianFirstResponseMs: "response",
  shareWithinTarget: "response",
  qualityScore: "response",
  negativeFeedback: "negativeFeedback",
  negativePer1000: "negativeFeedback",
};

/** The page on which a goal's figure is told. */
export const pathOfKpi = (kpi: GoalKpi): string =>
  kpi === "siteVisits" ? "/insights/visits" : `/insights/${kpiOfHeadline[kpi]}`;

const HOUR_MS = 3_600_000;

/** What a person types for a headline, as the figure that is stored: 12 per cent is 0.12, 2 hours are 7,200,000 ms. */
export function storedFigure(headline: GoalKpi, typed: number): number {
  const kind = kinds[headline];
  return kind === "share" ? typed / 100 : kind === "duration" ? typed * HOUR_MS : typed;
}

/** A stored figure as a person would type it. */
export function typedFigure(headline: GoalKpi, stored: number): string {
  const kind = kinds[headline];
  const typed = kind === "share" ? stored * 100 : kind === "duration" ? stored / HOUR_MS : stored;
  return new Intl.NumberFormat(localeOf(language.value), { maximumFractionDigits: 2, useGrouping: false }).format(
    typed,
  );
}

/** The unit in which a person types a headline, where it is not a plain count. */
export function typedUnit(headline: GoalKpi): "percent" | "hours" | undefined {
  const kind = kinds[headline];
  return kind === "share" ? "percent" : kind === "duration" ? "hours" : undefined;
}
