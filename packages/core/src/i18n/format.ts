import { Temporal } from "temporal-polyfill";
import type { Language } from "../kernel/language.ts";

const locales: Record<Language, string> = { uk: "uk-UA", en: "en-GB" };

/** The Intl locale of a language. */
export const localeOf = (language: Language): string => locales[language];

/** The sign of a negative number as it is printed: −, not a hyphen. */
export const withMinus = (number: string): string => number.replace("-", "−");

/** A count or figure with the language's grouping: 2 481 or 2,481. */
export const formatNumber = (language: Language, value: number, maximumFractionDigits = 0): string =>
  withMinus(new Intl.NumberFormat(locales[language], { maximumFractionDigits }).format(value));

/** A share 0..1 as per cent with at most one decimal: 12,5 % or 12.5%; a smaller one than that is no zero: < 0,1 %. */
export const formatPercent = (language: Language, share: number): string =>
  atLeast(share, 0.001, new Intl.NumberFormat(locales[language], { style: "percent", maximumFractionDigits: 1 }));

/** Few of many, such as per 1,000, with one decimal; a smaller one than that is no zero: < 0,1. */
export const formatRate = (language: Language, value: number): string =>
  atLeast(value, 0.1, new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }));

/** A figure that is above zero but would be written as zero is told as less than the least that is written. */
function atLeast(value: number, least: number, format: Intl.NumberFormat): string {
  const isTiny = value > 0 && value < least / 2;
  return isTiny ? `< ${format.format(least)}` : withMinus(format.format(value));
}

/** A change with its sign: +38, −12. */
export const formatChange = (language: Language, value: number, maximumFractionDigits = 0): string =>
  withMinus(
    new Intl.NumberFormat(locales[language], { signDisplay: "exceptZero", maximumFractionDigits }).format(value),
  );

/** A change of a share with its sign: +1.2 %, −3 %. */
export const formatPercentChange = (language: Language, share: number): string =>
  withMinus(
    new Intl.NumberFormat(locales[language], {
      style: "percent",
      maximumFractionDigits: 1,
      signDisplay: "exceptZero",
    }).format(share),
  );

/** An instant as a person writes it in a zone, by Intl options; the default is `Tue 24 Nov, 18:00`. */
export function formatInstant(
  language: Language,
  epochMs: number,
  timeZone: string,
  options: Intl.DateTimeFormatOptions = {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  },
): string {
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone }).format(epochMs);
}

/** What the clock of a zone is called: за східноєвропейським часом, Eastern European Time. */
export function zoneName(language: Language, epochMs: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locales[language], { timeZone, timeZoneName: "longGeneric" });
  return format.formatToParts(epochMs).find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** A calendar day (`YYYY-MM-DD`) as a person writes it: 24 Nov. */
export function formatDay(
  language: Language,
  day: string,
  options: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" },
): string {
  return formatInstant(language, noonOf(day), "UTC", options);
}

/** Days from one to another as the language writes a range, with the years when they are not all this one: 16–22 лист. */
export function formatDays(language: Language, { from, to }: { from: string; to: string }, today: string): string {
  const isThisYear = [from, to].every((day) => day.slice(0, 4) === today.slice(0, 4));
  const year = isThisYear ? {} : ({ year: "numeric" } as const);
  const options = { day: "numeric", month: "short", ...year, timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locales[language], options).formatRange(noonOf(from), noonOf(to));
}

const noonOf = (day: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: "UTC", plainTime: "12:00" }).epochMilliseconds;
