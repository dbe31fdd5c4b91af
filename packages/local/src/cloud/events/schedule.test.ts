import { describe, expect, test } from "vitest";
import { parseSchedule } from "./schedule.ts";

function fires(expression: string, from: string, times: number, timezone?: string): string[] {
  const schedule = parseSchedule(expression, timezone);
  const found: string[] = [];
  for (let at = schedule.next(Date.parse(from)); at !== undefined && found.length < times; at = schedule.next(at)) {
    found.push(new Date(at).toISOString().replace(":00.000Z", "Z"));
  }
  return found;
}

describe("a schedule expression fires", () => {
  // 2026-03-02 is a Monday.
  test.each<[string, string, string[], string?]>([
    ["rate(1 minute)", "2026-03-02T10:00:30Z", ["2026-03-02T10:01Z", "2026-03-02T10:02Z"]],
    ["rate(5 minutes)", "2026-03-02T10:05:00Z", ["2026-03-02T10:10Z", "2026-03-02T10:15Z"]],
    ["rate(12 hours)", "2026-03-02T10:05:00Z", ["2026-03-02T12:00Z", "2026-03-03T00:00Z"]],
    ["rate(1 day)", "2026-03-02T00:00:00Z", ["2026-03-03T00:00Z"]],
    ["cron(* * * * ? *)", "2026-03-02T10:00:00.001Z", ["2026-03-02T10:01Z", "2026-03-02T10:02Z"]],
    ["cron(0/15 * * * ? *)", "2026-03-02T10:50:00Z", ["2026-03-02T11:00Z", "2026-03-02T11:15Z"]],
    ["cron(15 10 ? * MON-FRI *)", "2026-03-06T10:15:00Z", ["2026-03-09T10:15Z", "2026-03-10T10:15Z"]],
    ["cron(0 9 ? * 2 *)", "2026-03-02T00:00:00Z", ["2026-03-02T09:00Z", "2026-03-09T09:00Z"]],
    ["cron(0 9 ? * 1 *)", "2026-03-02T00:00:00Z", ["2026-03-08T09:00Z"]],
    ["cron(0 9 ? * L *)", "2026-03-02T00:00:00Z", ["2026-03-07T09:00Z"]],
    ["cron(0 10 ? * 6L *)", "2026-03-02T00:00:00Z", ["2026-03-27T10:00Z", "2026-04-24T10:00Z"]],
    ["cron(0 10 ? * 2#1 *)", "2026-03-02T10:00:00Z", ["2026-04-06T10:00Z"]],
    ["cron(0 8 L * ? *)", "2026-02-02T00:00:00Z", ["2026-02-28T08:00Z", "2026-03-31T08:00Z"]],
    ["cron(0 8 3W * ? *)", "2026-05-01T00:00:00Z", ["2026-05-04T08:00Z"]],
    ["cron(0 8 1 JAN,JUL ? 2027)", "2026-03-02T00:00:00Z", ["2027-01-01T08:00Z", "2027-07-01T08:00Z"]],
    ["cron(0 8 1 1 ? 2020)", "2026-03-02T00:00:00Z", []],
    ["cron(0 9 * * ? *)", "2026-03-28T00:00:00Z", ["2026-03-28T07:00Z", "2026-03-29T06:00Z"], "Europe/Kyiv"],
    ["cron(30 3 * * ? *)", "2026-03-28T12:00:00Z", ["2026-03-30T00:30Z"], "Europe/Kyiv"],
    ["at(2026-11-20T13:00:00)", "2026-03-02T00:00:00Z", ["2026-11-20T11:00Z"], "Europe/Kyiv"],
    ["at(2026-01-20T13:00:00)", "2026-03-02T00:00:00Z", []],
  ])("%s after %s", (expression, from, expected, timezone) => {
    expect(fires(expression, from, expected.length || 1, timezone)).toEqual(expected);
  });
});

test.each([
  "rate(1 minutes)",
  "rate(5 minute)",
  "rate(0 minutes)",
  "cron(* * * * *)",
  "cron(* * * * * *)",
  "cron(* * ? * ? *)",
  "cron(61 * * * ? *)",
  "every day",
])("%s is refused, as EventBridge refuses it", (expression) => {
  expect(() => parseSchedule(expression)).toThrow();
});
