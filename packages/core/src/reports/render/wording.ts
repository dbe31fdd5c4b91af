import { formatNumber, formatPercent, localeOf } from "../../i18n/format.ts";
import type { ReportTexts } from "../../i18n/mail/report.ts";
import type { Language } from "../../kernel/language.ts";

const shares = new Set(["engagementRate", "conversionToWon", "shareAnswered", "shareWithinTarget", "qualityScore"]);
const durations = new Set(["medianFirstResponseMs"]);
const perThousand = new Set(["negativePer1000"]);

/** A headline figure with its unit: a count, a share 0..1 as per cent, or a duration. */
export function headlineFigure(headline: string, value: number, language: Language, texts: ReportTexts): string {
  if (shares.has(headline)) return formatPercent(language, value);
  if (durations.has(headline)) return duration(value, language, texts);
  return formatNumber(language, value, perThousand.has(headline) ? 1 : 0);
}

/** A duration (ms) as minutes, or from two hours on as hours with one decimal. */
export function duration(ms: number, language: Language, texts: ReportTexts): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return texts.minutes(minutes);
  return texts.hours(formatNumber(language, ms / 3_600_000, 1));
}

/** A share with its sign: +18 %, −4.5 %. */
export const signedPercent = (language: Language, share: number): string =>
  new Intl.NumberFormat(localeOf(language), {
    style: "percent",
    maximumFractionDigits: Math.abs(share) >= 0.1 ? 0 : 1,
    signDisplay: "exceptZero",
  }).format(share);

/** Words as a sentence: a capital letter in front, a full stop behind. */
export const oneSentence = (words: string): string => `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}.`;
