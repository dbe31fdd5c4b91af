import { formatDay, localeOf } from "#core/i18n/format.ts";
import { addDays } from "#core/kernel/time.ts";
import { language } from "../../language.ts";
import { capital } from "../../wording.ts";
import type { Period, View } from "./period.ts";

/** What the days on show are called: "November", "23–29 November", with the year when it is another one. */
export function periodTitle(view: View, period: Period, anchor: string, today: string): string {
  const last = addDays(period.to, -1);
  const isThisYear = [anchor, period.from, last].every((day) => day.slice(0, 4) === today.slice(0, 4));
  const year = isThisYear ? undefined : "numeric";
  if (view === "month") return capital(formatDay(language.value, anchor, { month: "long", year }));
  const range = new Intl.DateTimeFormat(localeOf(language.value), {
    day: "numeric",
    month: "long",
    year,
    timeZone: "UTC",
  });
  return range.formatRange(noonOf(period.from), noonOf(last));
}

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);
