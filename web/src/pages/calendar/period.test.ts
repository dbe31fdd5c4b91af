import { describe, expect, it } from "vitest";
import { byDay, hoursFor, instantOf, movedTo, periodOf, stepPeriod, wallClockOf } from "./period.ts";

const kyiv = "Europe/Kyiv";
const at = (iso: string): number => Date.parse(iso);

describe("the period of a view", () => {
  it("is the week from Monday for any of its days", () => {
    const week = periodOf("week", "2026-11-29");
    expect([week.from, week.to, week.days.length]).toEqual(["2026-11-23", "2026-11-30", 7]);
  });

  it("is whole weeks around a month, so that no day of it is missing", () => {
    const month = periodOf("month", "2026-11-10");
    expect([month.days[0], month.days.at(-1)]).toEqual(["2026-10-26", "2026-12-06"]);
    expect(month.days.length % 7).toBe(0);
  });

  it("is four weeks from a day for the list, and goes on where it ends", () => {
    const list = periodOf("list", "2026-11-25");
    expect([list.days[0], list.days.at(-1), list.to]).toEqual(["2026-11-25", "2026-12-22", "2026-12-23"]);
    expect(stepPeriod("list", "2026-11-25", 1)).toBe(list.to);
  });

  it("steps a month from its last day to the end of the shorter one", () => {
    expect(stepPeriod("month", "2026-10-31", 1)).toBe("2026-11-30");
    expect(stepPeriod("week", "2026-11-24", -1)).toBe("2026-11-17");
  });
});

describe("what falls on a day", () => {
  it("is decided by the zone's midnight and kept in the order of time", () => {
    const late = at("2026-11-23T22:30:00Z");
    const early = at("2026-11-23T07:00:00Z");
    const days = byDay([late, early], (one) => one, kyiv);
    expect(days.get("2026-11-24")).toEqual([late]);
    expect(days.get("2026-11-23")).toEqual([early]);
  });

  it("is never outside the hours of the week", () => {
    const hours = hoursFor([at("2026-11-23T01:00:00Z"), at("2026-11-23T21:30:00Z")], kyiv);
    expect([hours[0], hours.at(-1)]).toEqual([3, 23]);
  });
});

describe("moving", () => {
  it("keeps minutes and seconds, and the wall clock across a change of clocks", () => {
    const beforeChange = at("2026-10-24T15:00:05Z");
    expect(wallClockOf(beforeChange, kyiv)).toBe("2026-10-24T18:00:05");
    const moved = movedTo(beforeChange, kyiv, "2026-10-26");
    expect(moved).toBe("2026-10-26T18:00:05");
    expect(instantOf(moved, kyiv)).toBe(at("2026-10-26T16:00:05Z"));
    expect(movedTo(beforeChange, kyiv, "2026-10-26", 9)).toBe("2026-10-26T09:00:05");
  });

  it("knows no instant of what is not a time yet", () => {
    expect(instantOf("2026-11-24T", kyiv)).toBeUndefined();
    expect(instantOf("2026-02-30T12:00", kyiv)).toBeUndefined();
  });
});
