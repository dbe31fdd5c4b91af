import { expect, it } from "vitest";
import { dayRange } from "../kernel/time.ts";
import { hourOf, hourRange } from "./hours.ts";

const kyiv = "Europe/Kyiv";

it("counts 25 hours on the day on which the clock goes back, each an hour long", () => {
  expect(hourOf(Date.parse("2026-10-25T00:30:00Z"), kyiv)).toEqual({ day: "2026-10-25", hour: 3 });
  expect(hourOf(Date.parse("2026-10-25T01:30:00Z"), kyiv)).toEqual({ day: "2026-10-25", hour: 4 });
  expect(hourOf(dayRange("2026-10-25", kyiv).to - 1, kyiv)).toEqual({ day: "2026-10-25", hour: 24 });
});

it("counts 23 hours on the day on which the clock goes forward", () => {
  expect(hourOf(dayRange("2026-03-29", kyiv).to - 1, kyiv)).toEqual({ day: "2026-03-29", hour: 22 });
});

it.each(["Europe/Kyiv", "Australia/Lord_Howe", "America/Santiago", "UTC"])(
  "covers every day of a year in %s by hours without gap or overlap",
  (zone) => {
    for (let day = Date.parse("2026-01-01T12:00:00Z"), n = 0; n < 365; n++, day += 86_400_000) {
      const date = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(day);
      const { from, to } = dayRange(date, zone);
      let end = from;
      for (let hour = 0; end < to; hour++) {
        const range = hourRange(date, hour, zone);
        expect(range.from).toBe(end);
        expect(hourOf(range.from, zone)).toEqual({ day: date, hour });
        end = range.to;
      }
      expect(end).toBe(to);
    }
  },
);
