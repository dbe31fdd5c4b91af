import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { ReportSchedule } from "./model.ts";
import { nextDue, periodBefore, weekNumber } from "./period.ts";

const kyiv = "Europe/Kyiv";
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(kyiv).epochMilliseconds;
const monday9 = { kind: "weekly", weekday: 1, time: "09:00" } as const;

describe("the next time a weekly report is due", () => {
  it.each([
    ["earlier that day", "2026-11-23T08:59:59", "2026-11-23T09:00:00"],
    ["at that very second", "2026-11-23T09:00:00", "2026-11-30T09:00:00"],
    ["in the middle of the week", "2026-11-25T12:00:00", "2026-11-30T09:00:00"],
    ["across the end of summer time", "2026-10-24T12:00:00", "2026-10-26T09:00:00"],
    ["across the start of summer time", "2027-03-27T12:00:00", "2027-03-29T09:00:00"],
  ])("asked %s", (_, now, due) => {
    expect(nextDue(monday9, kyiv, at(now))).toBe(at(due));
  });

  it("moves a time that the clock skips to after the jump, and takes one that comes twice the first time", () => {
    const sunday = { kind: "weekly", weekday: 7, time: "03:30" } as const;
    const skipped = nextDue(sunday, kyiv, at("2027-03-27T12:00:00"));
    expect(Temporal.Instant.fromEpochMilliseconds(skipped).toString()).toBe("2027-03-28T01:30:00Z");
    const twice = nextDue(sunday, kyiv, at("2026-10-24T12:00:00"));
    expect(Temporal.Instant.fromEpochMilliseconds(twice).toString()).toBe("2026-10-25T00:30:00Z");
  });
});

describe("the next time of the other kinds", () => {
  const workdays = { kind: "daily", weekdays: [1, 2, 3, 4, 5], time: "08:00" } as const;
  const plan = { kind: "quarterly", startDay: "2026-09-01", time: "09:00" } as const;

  it.each([
    ["a daily one on Friday evening", workdays, "2026-11-27T20:00:00", "2026-11-30T08:00:00"],
    [
      "a monthly one on its day",
      { kind: "monthly", day: 2, time: "09:00" },
      "2026-12-02T09:00:00",
      "2027-01-02T09:00:00",
    ],
    [
      "one of the last day",
      { kind: "monthly", day: "last", time: "18:00" },
      "2028-02-01T00:00:00",
      "2028-02-29T18:00:00",
    ],
    ["a plan that lies ahead", plan, "2026-01-01T00:00:00", "2026-11-30T09:00:00"],
    ["a plan that runs", plan, "2026-11-30T09:00:00", "2027-02-28T09:00:00"],
  ] as const)("of %s", (_, schedule, now, due) => {
    expect(nextDue(schedule, kyiv, at(now))).toBe(at(due));
  });
});

it("is due after midnight where the clock jumps over it, and stands for the day before", () => {
  // In Nuuk the clocks go from 23:00 to midnight on Saturday 29 March 2025.
  const saturday = { kind: "daily", weekdays: [6], time: "23:30" } as const;
  const [asked, due] = [Date.UTC(2025, 2, 30, 1, 10), Date.UTC(2025, 2, 30, 1, 30)];
  expect(nextDue(saturday, "America/Nuuk", asked)).toBe(due);
  expect(periodBefore(saturday, due, "America/Nuuk")).toEqual({ from: "2025-03-22", to: "2025-03-28" });
});

describe("from 2024 to 2037, where clocks are hard", () => {
  // Half an hour, a change at midnight, a change in the evening, Ramadan, the far end of the calendar.
  const zones = [
    "Europe/Kyiv",
    "Australia/Lord_Howe",
    "America/Havana",
    "Asia/Beirut",
    "Africa/Casablanca",
    "America/Nuuk",
    "Pacific/Apia",
  ];
  const schedules: readonly ReportSchedule[] = [
    { kind: "daily", weekdays: [1, 2, 3, 4, 5], time: "02:30" },
    { kind: "daily", weekdays: [6, 7], time: "00:15" },
    { kind: "daily", weekdays: [6, 7], time: "23:30" },
    { kind: "weekly", weekday: 6, time: "23:30" },
    { kind: "weekly", weekday: 7, time: "02:30" },
    { kind: "monthly", day: 28, time: "00:00" },
    { kind: "monthly", day: "last", time: "23:59" },
    { kind: "quarterly", startDay: "2024-01-01", time: "03:15" },
  ];
  const first = Date.UTC(2024, 0, 1);
  /** Daily ones meet each change of a zone within two years. */
  const lastOf = ({ kind }: ReportSchedule) => Date.UTC(kind === "daily" ? 2026 : 2038, 0, 1);
  const nextDay = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

  it.each(zones)("every report of %s is due once for each of its periods, and the periods leave no day out", (zone) => {
    for (const schedule of schedules) {
      let dueAt = nextDue(schedule, zone, first);
      let before = periodBefore(schedule, dueAt, zone);
      let count = 0;
      while (dueAt < lastOf(schedule)) {
        const next = nextDue(schedule, zone, dueAt);
        const period = periodBefore(schedule, next, zone);
        const local = Temporal.Instant.fromEpochMilliseconds(next).toZonedDateTimeISO(zone);
        // The wall clock says the time, or at most an hour later where it skips that time.
        const late = (local.toPlainTime().since(schedule.time).total("minutes") + 1440) % 1440;
        if (
          next <= dueAt ||
          period.from !== nextDay(before.to) ||
          period.to >= local.toPlainDate().toString() ||
          late > 60
        ) {
          expect.fail(
            `${JSON.stringify(schedule)} after ${JSON.stringify(before)}: ${JSON.stringify(period)} at ${local}`,
          );
        }
        [dueAt, before, count] = [next, period, count + 1];
      }
      expect(count).toBeGreaterThan(50);
    }
  });
});

describe("the period a report covers", () => {
  const workdays = { kind: "daily", weekdays: [1, 2, 3, 4, 5], time: "08:00" } as const;
  const second = { kind: "monthly", day: 2, time: "09:00" } as const;
  const last = { kind: "monthly", day: "last", time: "18:00" } as const;
  const plan = { kind: "quarterly", startDay: "2026-09-01", time: "09:00" } as const;

  it.each([
    ["the whole week before", monday9, "2026-11-23T09:00:00", "2026-11-16", "2026-11-22"],
    ["the week before last, by hand late on a Sunday", monday9, "2026-11-22T23:30:00", "2026-11-09", "2026-11-15"],
    ["the day before", workdays, "2026-11-25T08:00:00", "2026-11-24", "2026-11-24"],
    ["on a Monday the weekend too", workdays, "2026-11-23T08:00:00", "2026-11-20", "2026-11-22"],
    ["the month before", second, "2026-12-02T09:00:00", "2026-11-01", "2026-11-30"],
    ["the month before, over the new year", second, "2027-01-02T09:00:00", "2026-12-01", "2026-12-31"],
    ["the month before, on the last of February", last, "2028-02-29T18:00:00", "2028-01-01", "2028-01-31"],
    ["the first 90 days of a plan", plan, "2026-11-30T09:00:00", "2026-09-01", "2026-11-29"],
    ["the first 90 days while they run", plan, "2026-10-01T09:00:00", "2026-09-01", "2026-11-29"],
    ["the second 90 days", plan, "2027-02-28T09:00:00", "2026-11-30", "2027-02-27"],
  ] as const)("is %s", (_, schedule, now, from, to) => {
    expect(periodBefore(schedule, at(now), kyiv)).toEqual({ from, to });
  });

  it("has the ISO number of its week, also around the new year", () => {
    expect(weekNumber({ from: "2026-11-16", to: "2026-11-22" })).toBe(47);
    expect(weekNumber({ from: "2026-12-28", to: "2027-01-03" })).toBe(53);
  });
});
