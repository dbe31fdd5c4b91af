import { Temporal } from "temporal-polyfill";
import { formatChange, formatInstant, localeOf } from "#core/i18n/format.ts";
import { dayOf } from "#core/kernel/time.ts";
import { now } from "./clock.ts";
import { language, t } from "./language.ts";

/** The name of a zone's city, as a person says it: Kyiv, Київ. */
export function cityOf(timeZone: string): string {
  const city = (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
  return t().common.cities[city] ?? (city === "Kiev" ? "Kyiv" : city);
}

/** Hours and minutes of an instant in a zone: 18:00. */
export const timeOf = (at: number, timeZone: string): string =>
  formatInstant(language.value, at, timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** An instant as a person says it: "today 18:00", "Tue 24 Nov, 18:00". */
export function whenOf(at: number, timeZone: string): string {
  const { today, tomorrow, yesterday } = t().common;
  const distance = daysApart(dayOf(now.value, timeZone), dayOf(at, timeZone));
  const near = { 0: today, 1: tomorrow, [-1]: yesterday }[distance];
  if (near) return `${near} ${timeOf(at, timeZone)}`;
  return `${dayName(dayOf(at, timeZone))}, ${timeOf(at, timeZone)}`;
}

/** The same with the zone named: "Tue 24 Nov, 18:00 (Kyiv)". */
export const whenWithZone = (at: number, timeZone: string): string => `${whenOf(at, timeZone)} (${cityOf(timeZone)})`;

/** A day as a person says it: "Tue 24 Nov", with the year when it is another one. */
export function dayName(day: string, weekday: "short" | "long" = "short"): string {
  const date = Temporal.PlainDate.from(day);
  const thisYear = Temporal.Instant.fromEpochMilliseconds(now.value).toZonedDateTimeISO("UTC").year;
  const text = new Intl.DateTimeFormat(localeOf(language.value), {
    weekday,
    day: "numeric",
    month: weekday === "long" ? "long" : "short",
    ...(date.year === thisYear ? {} : { year: "numeric" }),
    timeZone: "UTC",
  }).format(date.toZonedDateTime("UTC").epochMilliseconds);
  return weekday === "short" && language.value === "en" ? text.replace(",", "") : text;
}

/** Days from one to another, or the one that it is: "Mon 23 Nov – Sun 29 Nov". */
export const daysName = (from: string, to: string): string =>
  from === to ? dayName(from) : `${dayName(from)} – ${dayName(to)}`;

/** The name of a weekday, 1 Monday to 7 Sunday. */
export function weekdayName(weekday: number, style: "short" | "long" = "short"): string {
  const monday = Date.UTC(2024, 0, 1);
  return new Intl.DateTimeFormat(localeOf(language.value), { weekday: style, timeZone: "UTC" }).format(
    monday + (weekday - 1) * 86_400_000,
  );
}

/** A span as hours and minutes: "1 h 12 min", "40 min", days beyond two of them; less than a minute is one. */
export function spanOf(ms: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / 60_000));
  const { minutesShort, hoursMinutes } = t().common;
  if (minutes < 60) return minutesShort(minutes);
  if (minutes < 48 * 60) return hoursMinutes(Math.floor(minutes / 60), minutes % 60);
  return new Intl.NumberFormat(localeOf(language.value), {
    style: "unit",
    unit: "day",
    unitDisplay: "long",
  }).format(Math.round(minutes / 1440));
}

/** A file's size: 2.4 MB. */
export function bytesOf(bytes: number): string {
  const large = bytes >= 1_000_000;
  return new Intl.NumberFormat(localeOf(language.value), {
    style: "unit",
    unit: large ? "megabyte" : "kilobyte",
    maximumFractionDigits: large ? 1 : 0,
  }).format(bytes / (large ? 1_000_000 : 1_000));
}

/** How long a video is: 0:05, 1:02:10. */
export function lengthOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (part: number) => String(part).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Words of somebody else in the quotation marks of the language: «жахливо», “awful”. */
export const quoted = (text: string): string => (language.value === "uk" ? `«${text}»` : `“${text}”`);

/** The first letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(language.value) + text.slice(1);

const TITLE_LENGTH = 70;

/** A post is called by its first line. */
export function postTitle(text: string): string {
  const first = text.trim().split("\n", 1)[0] ?? "";
  if (first === "") return t().post.untitled;
  return first.length > TITLE_LENGTH ? `${first.slice(0, TITLE_LENGTH).trimEnd()}…` : first;
}

function daysApart(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/** A small number with its sign, to one decimal: +1.4, −3. */
export const signed = (value: number): string => formatChange(language.value, value, 1);
