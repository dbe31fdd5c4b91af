import { formatDay, localeOf } from "#core/i18n/format.ts";
import { addDays } from "#core/kernel/time.ts";
import { language } from "../../language.ts";
import { capital } from "../../wording.ts";
import type { Period, View } from "./period.ts";

/** What the days on show are called: "November 2026", "23–29 November 2026". */
export function periodTitle(view: View, period: Period, anchor: string): string {
  if (view === "month") return capital(formatDay(language.value, anchor, { month: "long", year: "numeric" }));
  const range = new Intl.DateTimeFormat(localeOf(language.value), {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return range.formatRange(noonOf(period.from), noonOf(addDays(period.to, -1)));
}

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);
