import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { nextDue, weekBefore, weekNumber } from "./period.ts";

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

describe("the week a report covers", () => {
  it("is the whole week before, in the workspace's zone", () => {
    expect(weekBefore(at("2026-11-23T09:00:00"), kyiv)).toEqual({ from: "2026-11-16", to: "2026-11-22" });
    expect(weekBefore(at("2026-11-22T23:30:00"), kyiv)).toEqual({ from: "2026-11-09", to: "2026-11-15" });
  });

  it("has the ISO number, also around the new year", () => {
    expect(weekNumber({ from: "2026-11-16", to: "2026-11-22" })).toBe(47);
    expect(weekNumber({ from: "2026-12-28", to: "2027-01-03" })).toBe(53);
  });
});
