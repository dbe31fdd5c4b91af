import { Temporal } from "temporal-polyfill";

/** How a post that goes out at a wall clock comes again. */
export interface Repeat {
  readonly kind: "daily" | "weekdays" | "weekly" | "monthly" | "custom";
  /** For `custom`: 1 Monday to 7 Sunday. */
  readonly days: readonly number[];
  readonly end: RepeatEnd;
}
export type RepeatEnd =
  | { readonly kind: "never" }
  | { readonly kind: "until"; readonly day: string }
  | { readonly kind: "count"; readonly count: number };

export const repeatKinds = ["daily", "weekdays", "weekly", "monthly", "custom"] as const;

const codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const codeOf = (weekday: number): string => codes[weekday - 1] ?? "MO";

/** The recurrence rule of a choice, from a wall clock that exists; `undefined` while something is missing. */
export function ruleOf({ kind, days, end }: Repeat, start: string): string | undefined {
  const date = dateOf(start);
  const ending = endOf(end);
  if (!date || ending === undefined || (kind === "custom" && days.length === 0)) return undefined;
  const parts = {
    daily: "FREQ=DAILY",
    weekdays: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    weekly: `FREQ=WEEKLY;BYDAY=${codeOf(date.dayOfWeek)}`,
    monthly: `FREQ=MONTHLY;BYMONTHDAY=${date.day}`,
    custom: `FREQ=WEEKLY;BYDAY=${[...days].sort().map(codeOf).join(",")}`,
  };
  return parts[kind] + ending;
}

function endOf(end: RepeatEnd): string | undefined {
  if (end.kind === "never") return "";
  if (end.kind === "count") return end.count >= 1 && end.count <= 999 ? `;COUNT=${end.count}` : undefined;
  return dateOf(end.day) ? `;UNTIL=${end.day.replaceAll("-", "")}` : undefined;
}

/** The day of a wall clock; `undefined` while it is typed. */
export function dateOf(wallClock: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(wallClock.slice(0, 10));
  } catch {
    return undefined;
  }
}

/** A rule as the choice that makes it; `undefined` for one that was written otherwise. */
export function repeatOf(rule: string, start: string): Repeat | undefined {
  const parts = new Map(
    rule
      .toUpperCase()
      .split(";")
      .map((part) => part.split("=", 2) as [string, string]),
  );
  const until = parts.get("UNTIL");
  const end: RepeatEnd = until
    ? { kind: "until", day: `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` }
    : parts.has("COUNT")
      ? { kind: "count", count: Number(parts.get("COUNT")) }
      : { kind: "never" };
  const days = (parts.get("BYDAY") ?? "").split(",").flatMap((code) => {
    const weekday = codes.indexOf(code as (typeof codes)[number]);
    return weekday < 0 ? [] : [weekday + 1];
  });
  const same = (kind: Repeat["kind"]): Repeat => ({ kind, days, end });
  return repeatKinds.map(same).find((repeat) => ruleOf(repeat, start) === rule.toUpperCase());
}
