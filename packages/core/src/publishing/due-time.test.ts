import * as v from "valibot";
import { expect, it } from "vitest";
import { localTimeSchema } from "../kernel/time.ts";
import { instantOf, whenSchema } from "./due-time.ts";
import { firstFreeSlot, slotTimes } from "./slots.ts";

const iso = (epochMs: number) => new Date(epochMs).toISOString();

it("takes a local time in Kyiv for the instant it is, winter and summer", () => {
  expect(iso(instantOf("2026-11-24T18:00", "Europe/Kyiv").dueAt)).toBe("2026-11-24T16:00:00.000Z");
  expect(iso(instantOf("2026-07-24T18:00:30", "Europe/Kyiv").dueAt)).toBe("2026-07-24T15:00:30.000Z");
});

it("moves a time that the clocks skip on by the gap, and says so", () => {
  const { dueAt, clockChange } = instantOf("2027-03-28T03:30", "Europe/Kyiv");
  expect(iso(dueAt)).toBe("2027-03-28T01:30:00.000Z");
  expect(clockChange).toBe("skipped");
});

it("takes the first of a time that comes twice, and says so", () => {
  const { dueAt, clockChange } = instantOf("2026-10-25T03:30", "Europe/Kyiv");
  expect(iso(dueAt)).toBe("2026-10-25T00:30:00.000Z");
  expect(clockChange).toBe("repeated");
});

it.each([
  ["2027-03-28T02:59", undefined],
  ["2027-03-28T03:00", "skipped"],
  ["2027-03-28T03:59", "skipped"],
  ["2027-03-28T04:00", undefined],
  ["2026-10-25T02:59", undefined],
  ["2026-10-25T03:00", "repeated"],
  ["2026-10-25T04:00", undefined],
])("knows the edges of the clock change in Kyiv: %s", (local, clockChange) => {
  expect(instantOf(local, "Europe/Kyiv").clockChange).toBe(clockChange);
});

it("knows half-hour changes and zones without any", () => {
  expect(iso(instantOf("2026-10-04T02:15", "Australia/Lord_Howe").dueAt)).toBe("2026-10-03T15:45:00.000Z");
  expect(instantOf("2026-10-04T02:15", "Australia/Lord_Howe").clockChange).toBe("skipped");
  expect(iso(instantOf("2026-10-04T02:15", "Asia/Kolkata").dueAt)).toBe("2026-10-03T20:45:00.000Z");
});

it.each([
  "2026-02-30T10:00",
  "2026-11-24 18:00",
  "2026-11-24T25:00",
  "2026-11-24T18:00Z",
  "2026-11-24T18:00+02:00",
  "",
])("takes no date and time that does not exist or names its own offset: %j", (text) => {
  expect(v.is(localTimeSchema, text)).toBe(false);
});

it("takes only zones that know their clock changes", () => {
  const at = "2026-11-24T18:00";
  expect(v.is(whenSchema, { at, timeZone: "Europe/Kyiv" })).toBe(true);
  expect(v.is(whenSchema, { at, timeZone: "Europe/Nowhere" })).toBe(false);
  expect(v.is(whenSchema, { at, timeZone: "+02:00" })).toBe(false);
});

it.each(["Europe/Kyiv", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo"])(
  "fires a slot exactly once on each of its days across every clock change until 2037: %s",
  (zone) => {
    for (const time of ["00:30", "01:30", "02:15", "03:30", "12:00"]) {
      const slots = [7, 6].map((weekday) => ({ weekday, time }));
      const times = slotTimes(slots, zone, "2024-01-01", "2038-01-01");
      expect(times).toHaveLength(1460);
      expect(new Set(times.map(({ dueAt }) => dueAt)).size).toBe(1460);
    }
  },
);

it("finds the first slot that is ahead and free, in the order of time", () => {
  const slots = [
    { weekday: 2, time: "09:00" },
    { weekday: 1, time: "18:00" },
  ];
  const now = Date.parse("2026-11-23T10:00:00Z");
  const monday = Date.parse("2026-11-23T16:00:00Z");
  expect(firstFreeSlot(slots, "Europe/Kyiv", now, 84, new Set())?.dueAt).toBe(monday);
  expect(iso(firstFreeSlot(slots, "Europe/Kyiv", now, 84, new Set([monday]))?.dueAt ?? 0)).toBe(
    "2026-11-24T07:00:00.000Z",
  );
  expect(iso(firstFreeSlot(slots, "Europe/Kyiv", monday, 84, new Set())?.dueAt ?? 0)).toBe("2026-11-24T07:00:00.000Z");
  expect(firstFreeSlot([], "Europe/Kyiv", now, 84, new Set())).toBeNull();
});
