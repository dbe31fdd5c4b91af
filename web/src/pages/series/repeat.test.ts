import { expect, it } from "vitest";
import { type Repeat, repeatOf, ruleOf } from "./repeat.ts";

const start = "2026-11-24T18:00";
const never = { kind: "never" } as const;

it.each([
  [{ kind: "daily", days: [], end: never }, "FREQ=DAILY"],
  [{ kind: "weekdays", days: [1, 2, 3, 4, 5], end: never }, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
  [{ kind: "weekly", days: [2], end: { kind: "count", count: 10 } }, "FREQ=WEEKLY;BYDAY=TU;COUNT=10"],
  [
    { kind: "monthly", days: [], end: { kind: "until", day: "2027-03-31" } },
    "FREQ=MONTHLY;BYMONTHDAY=24;UNTIL=20270331",
  ],
  [{ kind: "custom", days: [1, 4], end: never }, "FREQ=WEEKLY;BYDAY=MO,TH"],
] satisfies [Repeat, string][])("makes a rule of a choice, and the choice of the rule: %j", (repeat, rule) => {
  expect(ruleOf(repeat, start)).toBe(rule);
  expect(repeatOf(rule, start)).toEqual(repeat);
});

it("has no rule while something is missing", () => {
  expect(ruleOf({ kind: "custom", days: [], end: never }, start)).toBeUndefined();
  expect(ruleOf({ kind: "daily", days: [], end: { kind: "until", day: "" } }, start)).toBeUndefined();
  expect(ruleOf({ kind: "daily", days: [], end: { kind: "count", count: 0 } }, start)).toBeUndefined();
  expect(ruleOf({ kind: "daily", days: [], end: never }, "T18:00")).toBeUndefined();
});

it("leaves a rule that was written otherwise as it is", () => {
  expect(repeatOf("FREQ=MONTHLY;BYDAY=1MO", start)).toBeUndefined();
});
