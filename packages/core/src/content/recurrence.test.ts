import { expect, it } from "vitest";
import { localTimes, nextLocalTimes, ruleFailure, ruleFrom } from "./recurrence.ts";

const start = "2026-11-24T10:00";
const next = (rule: string, from = start, count = 5) => nextLocalTimes(rule, from, from, count);

it.each([
  ["FREQ=DAILY", ["2026-11-24T10:00", "2026-11-25T10:00", "2026-11-26T10:00"]],
  ["rrule:freq=weekly;byday=mo,th", ["2026-11-26T10:00", "2026-11-30T10:00", "2026-12-03T10:00"]],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", ["2026-11-24T10:00", "2026-11-25T10:00", "2026-11-26T10:00"]],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", ["2026-11-30T10:00", "2026-12-31T10:00", "2027-01-31T10:00"]],
  ["FREQ=MONTHLY;BYDAY=1MO", ["2026-12-07T10:00", "2027-01-04T10:00", "2027-02-01T10:00"]],
  ["FREQ=DAILY;BYHOUR=9,18;BYMINUTE=30", ["2026-11-24T18:30", "2026-11-25T09:30", "2026-11-25T18:30"]],
])("gives the next local times of %s", (rule, times) => {
  expect(ruleFailure(rule, start)).toBeNull();
  expect(next(rule, start, 3)).toEqual(times);
});

it("ends by count, and at the end of the local day that is named", () => {
  expect(next("FREQ=DAILY;COUNT=2")).toEqual(["2026-11-24T10:00", "2026-11-25T10:00"]);
  expect(next("FREQ=DAILY;UNTIL=20261125")).toEqual(["2026-11-24T10:00", "2026-11-25T10:00"]);
  expect(next("FREQ=DAILY;UNTIL=20261125T095959")).toEqual(["2026-11-24T10:00"]);
});

it("has the 29th of February only where there is one", () => {
  expect(next("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", start, 1)).toEqual(["2028-02-29T10:00"]);
});

it("counts on over what lies before the range", () => {
  const rule = "FREQ=DAILY;INTERVAL=3;COUNT=4";
  expect(localTimes(rule, start, "2026-11-29T00:00", "2027-01-01T00:00")).toEqual([
    "2026-11-30T10:00",
    "2026-12-03T10:00",
  ]);
});

it("takes over what is left of a counted rule, and any other as it is", () => {
  expect(ruleFrom("FREQ=DAILY;COUNT=10", start, "2026-11-27T10:00")).toBe("FREQ=DAILY;COUNT=7");
  expect(ruleFrom("FREQ=DAILY;UNTIL=20261231", start, "2026-11-27T10:00")).toBe("FREQ=DAILY;UNTIL=20261231");
});

it.each([
  ["rule-invalid", "every day"],
  ["rule-invalid", ""],
  ["rule-invalid", "BYDAY=MO"],
  ["rule-invalid", "FREQ=FORTNIGHTLY"],
  ["rule-invalid", "FREQ=DAILY;INTERVAL=0"],
  ["rule-invalid", "FREQ=DAILY;INTERVAL=-1"],
  ["rule-invalid", "FREQ=DAILY;COUNT=99999"],
  ["rule-invalid", "FREQ=DAILY;FREQ=WEEKLY"],
  ["rule-invalid", "FREQ=WEEKLY;BYDAY=XX"],
  ["rule-invalid", "FREQ=MONTHLY;BYMONTHDAY=40"],
  ["rule-invalid", "FREQ=DAILY;COUNT=3;UNTIL=20261231"],
  ["rule-invalid", "FREQ=DAILY;UNTIL=20261231T100000Z"],
  ["rule-invalid", "FREQ=DAILY;X-FOO=1"],
  ["rule-has-start", "DTSTART:20261124T100000\nRRULE:FREQ=DAILY"],
  ["rule-has-start", "DTSTART;TZID=Europe/Kyiv:20261124T100000\nRRULE:FREQ=DAILY"],
  ["rule-has-start", "FREQ=DAILY;TZID=Europe/Kyiv"],
  ["rule-has-start", "FREQ=DAILY;EXDATE=20261125T100000"],
  ["rule-too-often", "FREQ=SECONDLY"],
  ["rule-too-often", "FREQ=MINUTELY;INTERVAL=30"],
  ["rule-too-often", "FREQ=HOURLY"],
  ["rule-too-often", "FREQ=DAILY;BYSECOND=0,30"],
  ["rule-too-often", "FREQ=DAILY;BYHOUR=8,10,12;BYMINUTE=0,30"],
  ["rule-never", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
  ["rule-never", "FREQ=DAILY;UNTIL=20200101"],
])("refuses with %s: %s", (code, rule) => {
  expect(ruleFailure(rule, start)?.code).toBe(code);
});

it("is quick to refuse a rule that would count for ages", () => {
  const began = performance.now();
  ruleFailure("FREQ=DAILY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=30", start);
  ruleFailure("FREQ=YEARLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", start);
  expect(performance.now() - began).toBeLessThan(1000);
});
