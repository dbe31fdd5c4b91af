import { expect, it } from "vitest";
import { snoozeTimes } from "./snooze-times.ts";

const offered = (instant: string) =>
  Object.fromEntries(snoozeTimes(Date.parse(instant), "Europe/Kyiv").map(({ name, local }) => [name, local]));

it("offers three hours, the next morning and the next Monday by the workspace's clock", () => {
  expect(offered("2026-11-26T20:31:00Z")).toEqual({
    later: "2026-11-27T01:30",
    tomorrow: "2026-11-27T09:00",
    monday: "2026-11-30T09:00",
  });
});

it("offers Monday once when that is tomorrow, and the one after on a Monday", () => {
  expect(offered("2026-11-29T10:00:00Z")).toEqual({ later: "2026-11-29T15:00", tomorrow: "2026-11-30T09:00" });
  expect(offered("2026-11-30T10:00:00Z").monday).toBe("2026-12-07T09:00");
});

it("counts three hours that really pass in the night when the clock goes forward", () => {
  expect(offered("2027-03-28T00:00:00Z").later).toBe("2027-03-28T06:00");
});
