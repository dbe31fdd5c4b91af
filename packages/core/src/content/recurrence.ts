import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { type Failure, invalid } from "../kernel/failure.ts";

/** The most times a day that a series may have. */
export const timesPerDay = 4;
/** How far a rule is looked into for a first date, days: four years, so that 29 February has one. */
const firstWithinDays = 4 * 366;

const days = "(MO|TU|WE|TH|FR|SA|SU)";
const list = (item: string) => new RegExp(`^${item}(,${item})*$`);
const monthDay = "-?([1-9]|[12]\\d|3[01])";

/**
 * The parts of a recurrence rule that are taken (RFC 5545, "3.3.10. Recurrence Rule"). Start and zone belong to the
 * series, so the rule itself is wall-clock time: `UNTIL` is a local day or time, never UTC.
 */
const parts: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,2}$/,
  UNTIL: /^\d{8}(T\d{6})?$/,
  BYDAY: list(`([+-]?[1-5])?${days}`),
  BYMONTHDAY: list(monthDay),
  BYMONTH: list("([1-9]|1[0-2])"),
  BYSETPOS: list("-?([1-9]|[1-9]\\d)"),
  BYHOUR: list("(1?\\d|2[0-3])"),
  BYMINUTE: list("[1-5]?\\d"),
  WKST: list(days),
};

const startParts = new Set(["DTSTART", "TZID", "RDATE", "EXDATE"]);
const tooOftenParts = /^(FREQ=(SECONDLY|MINUTELY|HOURLY)|BYSECOND=)/;

/** The rule in its one spelling: upper case, without the property's name before it. */
const normalized = (rule: string): string =>
  rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "");

/** Why a rule can't be followed from a start; `null` when it can. */
export function ruleFailure(rule: string, start: string): Failure | null {
  const text = normalized(rule);
  const given = new Map<string, string>();
  for (const part of text.split(/[;\n]/)) {
    const [name = "", value = ""] = part.split(/[=:](.*)/s);
    if (startParts.has(name.split(";")[0] ?? "")) return ruleHasStart(name);
    if (tooOftenParts.test(part)) return ruleTooOften();
    if (given.has(name) || !parts[name]?.test(value)) return ruleInvalid(part.slice(0, 60));
    given.set(name, value);
  }
  if (!given.has("FREQ")) return ruleInvalid("FREQ");
  if (given.has("COUNT") && given.has("UNTIL")) return ruleInvalid("COUNT, UNTIL");
  const count = (name: string) => new Set(given.get(name)?.split(",") ?? [""]).size;
  if (count("BYHOUR") * count("BYMINUTE") > timesPerDay) return ruleTooOften();
  try {
    return nextLocalTimes(text, start, start, 1).length === 0 ? ruleNever() : null;
  } catch {
    return ruleInvalid(text.slice(0, 60));
  }
}

/**
 * The local times, `2026-11-24T18:00`, that a rule gives from a start, in `[from, to)`. Wall-clock time throughout: no
 * zone and no clock change has a say in it, those are for whoever makes an instant of it.
 */
export function localTimes(rule: string, start: string, from: string, to: string): readonly string[] {
  const recurrence = new RRuleTemporal({ rruleString: inUtc(rule), dtstart: asUtc(start), strict: true });
  const found = recurrence.between(asUtc(from), asUtc(to), true).map((time) => time.toString().slice(0, 16));
  return found.filter((time) => time >= from && time < to);
}

/** The first `count` local times of a rule at or after `from`; fewer when it ends, or has none for four years. */
export function nextLocalTimes(rule: string, start: string, from: string, count: number): readonly string[] {
  const begin = from > start ? from : start;
  const windows = [32, 366, firstWithinDays];
  for (const window of windows) {
    const found = localTimes(rule, start, begin, addDaysTo(begin, window));
    if (found.length >= count || window === firstWithinDays) return found.slice(0, count);
  }
  return [];
}

/** The rule as it is from one of its dates on: of a counted one, what is left. */
export function ruleFrom(rule: string, start: string, from: string): string {
  return normalized(rule).replace(/COUNT=(\d+)/, (_, count: string) => {
    const gone = from > start ? localTimes(rule, start, start, from).length : 0;
    return `COUNT=${Math.max(1, Number(count) - gone)}`;
  });
}

/** The local time `count` days later. */
export const addDaysTo = (local: string, count: number): string =>
  Temporal.PlainDateTime.from(local).add({ days: count }).toString({ smallestUnit: "minute" });

/** The library's clock runs in UTC, which has no clock changes: what it counts is then wall-clock time. */
const asUtc = (local: string) => ({ timeZoneId: "UTC", toString: () => `${local}Z[UTC]` });

function inUtc(rule: string): string {
  return normalized(rule).replace(
    /UNTIL=(\d{8})(T\d{6})?/,
    (_, day: string, time = "T235959") => `UNTIL=${day}${time}Z`,
  );
}

const ruleInvalid = (part: string): Failure => invalid("rule-invalid", { field: "rule", params: { part } });
const ruleHasStart = (part: string): Failure => invalid("rule-has-start", { field: "rule", params: { part } });
const ruleTooOften = (): Failure => invalid("rule-too-often", { field: "rule", params: { allowed: timesPerDay } });
const ruleNever = (): Failure => invalid("rule-never", { field: "rule" });
