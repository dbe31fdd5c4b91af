import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addBusinessTime, businessTimeBetween, defaultBusinessHours } from "./business-hours.ts";

const kyiv = defaultBusinessHours("Europe/Kyiv");
const at = (local: string, zone = "Europe/Kyiv") => Temporal.ZonedDateTime.from(`${local}[${zone}]`).epochMilliseconds;
const hours = (count: number) => count * 3_600_000;

describe("addBusinessTime", () => {
  it.each([
    ["within the day", "2026-11-20T10:00", 4, "2026-11-20T14:00"],
    ["over the night", "2026-11-20T19:30", 4, "2026-11-21T11:30"],
    ["asked before opening", "2026-11-20T03:00", 4, "2026-11-20T13:00"],
    ["asked after closing", "2026-11-20T23:00", 4, "2026-11-21T13:00"],
    ["until the last minute", "2026-11-20T17:00", 4, "2026-11-20T21:00"],
    ["over the night in which the clock goes back", "2026-10-24T20:00", 4, "2026-10-25T12:00"],
    ["over the night in which the clock goes forward", "2026-03-28T20:00", 4, "2026-03-29T12:00"],
  ])("%s", (_name, from, count, due) => {
    expect(addBusinessTime(at(from), hours(count), kyiv)).toBe(at(due));
  });

  it("counts a window that the clock makes longer or shorter as it really passes", () => {
    const allDay = { opens: "00:00", closes: "24:00" };
    const always = { timeZone: "Europe/Kyiv", week: { 6: allDay, 7: allDay } };
    expect(businessTimeBetween(at("2026-10-25T00:00"), at("2026-10-26T00:00"), always)).toBe(hours(25));
    expect(businessTimeBetween(at("2026-03-29T00:00"), at("2026-03-30T00:00"), always)).toBe(hours(23));
    expect(addBusinessTime(at("2026-03-29T00:00"), hours(23), always)).toBe(at("2026-03-30T00:00"));
  });

  it("skips closed days, and knows no instant when it is never open", () => {
    const weekdays = { timeZone: "Europe/Kyiv", week: { 1: { opens: "09:00", closes: "18:00" } } };
    expect(addBusinessTime(at("2026-11-21T12:00"), hours(4), weekdays)).toBe(at("2026-11-23T13:00"));
    expect(addBusinessTime(0, hours(1), { timeZone: "UTC", week: {} })).toBeNull();
  });
});

describe("businessTimeBetween", () => {
  it("is the inverse: between asking and due lies the target", () => {
    for (let hour = 0; hour < 24 * 9; hour++) {
      const from = at("2026-10-20T00:00") + hours(hour);
      const due = addBusinessTime(from, hours(4), kyiv) ?? 0;
      expect(businessTimeBetween(from, due, kyiv)).toBe(hours(4));
    }
  });

  it("is nothing outside the hours and nothing backwards", () => {
    expect(businessTimeBetween(at("2026-11-20T21:30"), at("2026-11-21T08:00"), kyiv)).toBe(0);
    expect(businessTimeBetween(at("2026-11-21T12:00"), at("2026-11-20T12:00"), kyiv)).toBe(0);
  });
});
