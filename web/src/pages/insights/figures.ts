import type { Figure } from "#core/channels/measurement.ts";
import { formatChange, formatNumber, formatPercent, localeOf } from "#core/i18n/format.ts";
import type { Headline, KpiName } from "#core/insights/model.ts";
import { language, t } from "../../language.ts";
import { spanOf } from "../../wording.ts";

type Kind = "count" | "change" | "share" | "duration" | "rate";

const kinds: Readonly<Record<Headline, Kind>> = {
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
};

/** The headlines of which less is better. */
const lessIsBetter: ReadonlySet<Headline> = new Set(["medianFirstResponseMs", "negativeFeedback", "negativePer1000"]);

/** A headline's value in words and figures. */
export function formatHeadline(headline: Headline, value: number): string {
  switch (kinds[headline]) {
    case "share":
      return formatPercent(language.value, value);
    case "duration":
      return spanOf(value);
    case "change":
      return formatChange(language.value, value);
    case "rate":
      return formatNumber(language.value, value, 1);
    case "count":
      return formatNumber(language.value, value);
  }
}

/** Whether a headline counts from zero, or is a level that may start anywhere. */
export const isLevel = (headline: Headline): boolean => headline === "followers";

/** Whether a goal, which speaks of 28 days, can be set beside a single day: rates and levels can, sums cannot. */
export const isDaily = (headline: Headline): boolean =>
  isLevel(headline) || kinds[headline] === "share" || kinds[headline] === "rate" || kinds[headline] === "duration";

/** A share with its sign: +1.2 %, −3 %. */
export const signedPercent = (share: number): string =>
  new Intl.NumberFormat(localeOf(language.value), {
    style: "percent",
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  }).format(share);

export interface ChangeText {
  readonly text: string;
  readonly tone: "leaf" | "poppy" | "soft";
}

/** A change in words and sign: "+38, 1.6 % more". */
export function changeText(headline: Headline, difference: Figure, relative: Figure): ChangeText {
  const texts = t().insights;
  if (!difference.available) return { text: texts.noComparison, tone: "soft" };
  if (difference.value === 0) return { text: texts.same, tone: "soft" };
  const up = difference.value > 0;
  const percent = relative.available ? formatPercent(language.value, Math.abs(relative.value)) : undefined;
  const words = percent && (up ? texts.more(percent) : texts.less(percent));
  const countable = kinds[headline] === "count" || kinds[headline] === "change";
  const signed = countable ? formatChange(language.value, difference.value) : undefined;
  const text = [signed, words].filter(Boolean).join(", ") || formatChange(language.value, difference.value, 2);
  return { text, tone: up === lessIsBetter.has(headline) ? "poppy" : "leaf" };
}

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

const HOUR_MS = 3_600_000;

/** What a person types for a headline, as the figure that is stored: 12 per cent is 0.12, 2 hours are 7,200,000 ms. */
export function storedFigure(headline: Headline, typed: number): number {
  const kind = kinds[headline];
  return kind === "share" ? typed / 100 : kind === "duration" ? typed * HOUR_MS : typed;
}

/** A stored figure as a person would type it. */
export function typedFigure(headline: Headline, stored: number): string {
  const kind = kinds[headline];
  const typed = kind === "share" ? stored * 100 : kind === "duration" ? stored / HOUR_MS : stored;
  return new Intl.NumberFormat(localeOf(language.value), { maximumFractionDigits: 2, useGrouping: false }).format(
    typed,
  );
}

/** The unit in which a person types a headline, where it is not a plain count. */
export function typedUnit(headline: Headline): "percent" | "hours" | undefined {
  const kind = kinds[headline];
  return kind === "share" ? "percent" : kind === "duration" ? "hours" : undefined;
}
