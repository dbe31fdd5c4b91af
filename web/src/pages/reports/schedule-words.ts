import { formatDay, formatDays } from "#core/i18n/format.ts";
import { dayOf } from "#core/kernel/time.ts";
import type { ReportSchedule } from "#core/reports/schedule.ts";
import { now } from "../../clock.ts";
import { language, t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { weekdayName } from "../../wording.ts";

/** When a report goes out, in words: "Mon, Tue, 09:00", "Every Monday, 09:00". */
export function scheduleWords(schedule: ReportSchedule): string {
  const texts = t().reports.when;
  const { time } = schedule;
  switch (schedule.kind) {
    case "daily":
      return texts.daily(daysOf(schedule.weekdays), time);
    case "weekly":
      return texts.weekly(weekdayName(schedule.weekday, "long"), time);
    case "monthly":
      return schedule.day === "last" ? texts.monthlyLast(time) : texts.monthly(ordinal(schedule.day), time);
    case "quarterly":
      return texts.quarterly(formatDay(language.value, schedule.startDay), time);
  }
}

/** Days one after another as a span: "Mon – Fri". */
function daysOf(weekdays: readonly number[]): string {
  const days = weekdays.toSorted((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  const isSpan = first !== undefined && last !== undefined && days.length > 2 && last - first === days.length - 1;
  return isSpan ? `${weekdayName(first)} – ${weekdayName(last)}` : days.map((day) => weekdayName(day)).join(", ");
}

const endings = { one: "st", two: "nd", few: "rd", other: "th", many: "th", zero: "th" } as const;

/** The day of a month as it is said: 2nd, and in Ukrainian 2. */
const ordinal = (day: number): string =>
  language.value === "uk"
    ? String(day)
    : `${day}${endings[new Intl.PluralRules("en", { type: "ordinal" }).select(day)]}`;

/** The days of a period: "16 – 22 Nov", or one day alone. */
export function periodWords({ from, to }: { readonly from: string; readonly to: string }): string {
  return formatDays(language.value, { from, to }, dayOf(now.value, me.value?.workspace.timeZone ?? "UTC"));
}
