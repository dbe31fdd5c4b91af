import { Temporal } from "temporal-polyfill";
import { localeOf } from "#core/i18n/format.ts";
import { language } from "../../language.ts";
import { capital } from "../../wording.ts";

/** A month by its name as a heading has it: November 2026, Листопад 2026. */
export const monthName = (month: string): string => capital(monthInText(month));

/** The same within a sentence: листопад 2026. */
export function monthInText(month: string): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month);
  const name = new Intl.DateTimeFormat(localeOf(language.value), { month: "long", timeZone: "UTC" }).format(
    Date.UTC(year, number - 1, 1),
  );
  return `${name} ${year}`;
}
