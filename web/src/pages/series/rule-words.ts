import { t } from "../../language.ts";
import { dayName, weekdayName } from "../../wording.ts";
import { dateOf } from "./repeat.ts";

const codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const known = new Set(["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "COUNT", "UNTIL"]);

/** A rule in words, with the time of day; one that has no words is shown as it was written. */
export function ruleWords(rule: string, start: string): string {
  const parts = new Map(
    rule
      .toUpperCase()
      .split(";")
      .map((part) => part.split("=", 2) as [string, string]),
  );
  const days = (parts.get("BYDAY") ?? "").split(",").filter(Boolean);
  if ([...parts.keys()].some((name) => !known.has(name)) || days.some((day) => !codes.includes(day))) return rule;
  const texts = t().series;
  const interval = Number(parts.get("INTERVAL") ?? 1);
  const every = {
    DAILY: texts.everyDay,
    WEEKLY: texts.everyWeek,
    MONTHLY: texts.everyMonth,
    YEARLY: texts.everyYear,
  }[parts.get("FREQ") ?? ""];
  if (!every) return rule;
  const until = parts.get("UNTIL");
  const lastDay = until && dateOf(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`)?.toString();
  return [
    every(interval),
    days.length > 0 ? texts.onDays(days.map((day) => weekdayName(codes.indexOf(day) + 1)).join(", ")) : "",
    parts.has("BYMONTHDAY") ? texts.onMonthDays((parts.get("BYMONTHDAY") ?? "").replaceAll(",", ", ")) : "",
    texts.at(start.slice(11, 16)),
    parts.has("COUNT") ? texts.times(Number(parts.get("COUNT"))) : "",
    lastDay ? texts.until(dayName(lastDay)) : "",
  ].join("");
}
