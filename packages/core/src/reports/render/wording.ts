import { Temporal } from "temporal-polyfill";
import { formatChange, formatDay, formatNumber, formatPercent, formatRate, localeOf } from "../../i18n/format.ts";
import type { ReportTexts } from "../../i18n/mail/report.ts";
import { formatMoney } from "../../i18n/money.ts";
import type { Headline } from "../../insights/index.ts";
import type { Language } from "../../kernel/language.ts";
import type { Money } from "../../kernel/money.ts";
import type { FigureChange, ReportContent } from "../content.ts";
import type { Period } from "../model.ts";

/** What a section is put into words from. */
export interface Saying {
  readonly content: ReportContent;
  readonly language: Language;
  readonly texts: ReportTexts;
}

const shares: ReadonlySet<string> = new Set([
  "engagementRate",
  "conversionToWon",
  "shareAnswered",
  "shareWithinTarget",
  "qualityScore",
]);
/** Whether a headline is a share, 0..1. */
export const isShare = (headline: string): boolean => shares.has(headline);

/** Figures of which less is better. */
const inverse: ReadonlySet<string> = new Set(["medianFirstResponseMs", "negativeFeedback", "negativePer1000"]);

/** A headline figure with its unit: a count, a share 0..1 as per cent, or a duration. */
export function headlineFigure(headline: string, value: number, { language, texts }: Omit<Saying, "content">): string {
  if (shares.has(headline)) return formatPercent(language, value);
  if (headline === "medianFirstResponseMs") return duration(value, language, texts);
  if (headline === "negativePer1000") return formatRate(language, value);
  return withMinus(formatNumber(language, value));
}

/** A duration (ms) as minutes, from two hours on as hours and minutes, from a day on as hours; a short one is no zero. */
export function duration(ms: number, language: Language, texts: ReportTexts): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes === 0) return `< ${texts.minutes(1)}`;
  if (minutes < 120) return texts.minutes(minutes);
  const hours = texts.hours(formatNumber(language, Math.floor(minutes / 60)));
  if (minutes >= 24 * 60) return texts.hours(formatNumber(language, Math.round(minutes / 60)));
  return minutes % 60 === 0 ? hours : `${hours} ${texts.minutes(minutes % 60)}`;
}

/** The sign of a negative number as it is printed. */
const withMinus = (number: string): string => number.replace("-", "−");

/** A count with its sign: +38, −12. */
export const signedCount = (language: Language, value: number, digits = 0): string =>
  withMinus(formatChange(language, value, digits));

/** A share with its sign: +18 %, −4.5 %. */
export const signedPercent = (language: Language, share: number): string =>
  withMinus(
    new Intl.NumberFormat(localeOf(language), { ...roundPercent(share), signDisplay: "exceptZero" }).format(share),
  );

/** A share without its sign: 18 %, 4.5 %. */
export const plainPercent = (language: Language, share: number): string =>
  new Intl.NumberFormat(localeOf(language), roundPercent(share)).format(Math.abs(share));

/** Whether a share would be written as 0 %. */
export const isNoPercent = (share: number): boolean => Math.abs(share) < 0.0005;

const roundPercent = (share: number) =>
  ({ style: "percent", maximumFractionDigits: Math.abs(share) >= 0.1 ? 0 : 1 }) as const;

/** How a headline changed, in words, and whether that is for the better; `null` where it is not known. */
export function changeOf(
  headline: Headline,
  { difference, relative }: FigureChange,
  { content, language, texts }: Saying,
): { readonly text: string; readonly better: boolean | null } | null {
  if (!difference.available) return null;
  const share = shares.has(headline);
  const points = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const digits = headline === "negativePer1000" ? 1 : 0;
  if (Math.abs(difference.value) < (share ? 0.0005 : 0.5 / 10 ** digits)) return { text: texts.noChange, better: null };
  const better = difference.value > 0 !== inverse.has(headline);
  const told = (text: string) =>
    inverse.has(headline) ? { text: `${text}, ${better ? texts.better : texts.worse}`, better } : { text, better };
  if (share) return told(texts.points(withMinus(points.format(difference.value * 100))));
  const isSmall = relative.available && isNoPercent(relative.value);
  if (isSmall && content.figures.perDay) return { text: texts.noChange, better: null };
  const percent = relative.available && !isSmall ? signedPercent(language, relative.value) : null;
  if (content.figures.perDay && isSum(headline)) return percent ? told(texts.perDay(percent)) : null;
  const plain = signedCount(language, difference.value, digits);
  return told(percent ? `${plain} (${percent})` : plain);
}

/** Whether a headline adds up over days; the others are levels, shares and times. */
export const isSum = (headline: string): boolean =>
  !shares.has(headline) && !["followers", "medianFirstResponseMs", "negativePer1000"].includes(headline);

/** Sums of money one after another, one a currency; `null` where there is none. */
export const amounts = (language: Language, sums: readonly Money[]): string | null =>
  sums.length === 0 ? null : sums.map((sum) => formatMoney(language, sum)).join(", ");

/** Words as a sentence: a capital letter in front, a full stop behind. */
export const oneSentence = (words: string): string => `${capital(words)}.`;

export const capital = (words: string): string => `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`;

/** Days from one to another as the language writes a range: 16–22 листопада. */
export function rangeText(language: Language, { from, to }: Period, options: Intl.DateTimeFormatOptions = {}): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
    ...options,
  });
  const noon = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: "UTC", plainTime: "12:00" });
  return from === to
    ? format.format(noon(from).epochMilliseconds)
    : format.formatRange(noon(from).epochMilliseconds, noon(to).epochMilliseconds);
}

/** The month in which a period begins, by its name alone. */
export const monthName = (language: Language, { from }: Period): string =>
  capital(formatDay(language, from, { month: "long" }));

/** What a figure is, or something else where it is not known. */
export const valueOr = <Otherwise>(
  figure: { available: true; value: number } | { available: false },
  otherwise: Otherwise,
): number | Otherwise => (figure.available ? figure.value : otherwise);
