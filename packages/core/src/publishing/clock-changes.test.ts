import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { aSeries } from "#tests/support/planning-world.ts";
import { localTimes, wantedTimes } from "../content/index.ts";
import { addDays, inZone } from "../kernel/time.ts";
import { instantOf } from "./due-time.ts";
import { slotTimes } from "./slots.ts";

const named = ["Europe/Kyiv", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"];
const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), ...named])];
const until = Date.parse("2038-01-01T00:00:00Z");

/** A clock change: the wall clock shows `shown` and then, at once, `then`. */
interface ClockChange {
  readonly at: number;
  readonly shown: Temporal.PlainDateTime;
  readonly then: Temporal.PlainDateTime;
  /** Minutes; positive when wall-clock time is skipped. */
  readonly minutes: number;
}

function clockChanges(zone: string): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  let from: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`2024-01-01T00:00:00[${zone}]`);
  for (;;) {
    from = from.getTimeZoneTransition("next");
    if (!from || from.epochMilliseconds > until) return changes;
    const before = from.subtract({ nanoseconds: 1 });
    const minutes = (from.offsetNanoseconds - before.offsetNanoseconds) / 60e9;
    const then = from.toPlainDateTime();
    // Some entries of the time zone database change a name and not the clock.
    if (minutes !== 0) changes.push({ at: from.epochMilliseconds, shown: then.subtract({ minutes }), then, minutes });
  }
}

const changesOf = new Map(zones.map((zone) => [zone, clockChanges(zone)]));
const minute = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: "minute" });

/** The first, a middle and the last minute that the change skips or repeats, and the minutes on both sides of them. */
function timesAround({ shown, then, minutes }: ClockChange): readonly Temporal.PlainDateTime[] {
  const [first, end] = minutes > 0 ? [shown, then] : [then, shown];
  const middle = first.add({ minutes: Math.floor(Math.abs(minutes) / 2) });
  return [first.subtract({ minutes: 1 }), first, middle, end.subtract({ minutes: 1 }), end];
}

it("knows the clock changes of every zone of the database until 2037", () => {
  const count = (zone: string) => changesOf.get(zone)?.length;
  expect(named.map(count)).toEqual([28, 28, 0, 28]);
  expect(zones.length).toBeGreaterThan(400);
  expect([...changesOf.values()].filter((changes) => changes.length > 0).length).toBeGreaterThan(100);
});

it("moves what a change skips on by the gap, takes the first of what it repeats, and leaves the rest alone", () => {
  for (const [zone, changes] of changesOf) {
    for (const change of changes) {
      for (const time of timesAround(change)) {
        const { dueAt, clockChange } = instantOf(minute(time), zone);
        const skipped = change.minutes > 0 && isWithin(time, change.shown, change.then);
        const repeated = change.minutes < 0 && isWithin(time, change.then, change.shown);
        const about = `${zone} ${minute(time)}`;
        expect(clockChange, about).toBe(skipped ? "skipped" : repeated ? "repeated" : undefined);
        const shows = minute(inZone(dueAt, zone).toPlainDateTime());
        expect(shows, about).toBe(minute(skipped ? time.add({ minutes: change.minutes }) : time));
        if (repeated) expect(dueAt, about).toBeLessThan(change.at);
      }
    }
  }
});

it("fires a weekly slot and a daily date once on each of their days, in order, across every change of every zone", () => {
  for (const [zone, changes] of changesOf) {
    for (const change of changes) {
      for (const time of timesAround(change).slice(1, 4)) {
        const day = time.toPlainDate().toString();
        const slot = { weekday: time.dayOfWeek, time: minute(time).slice(11) };
        const weekly = slotTimes([slot], zone, addDays(day, -7), addDays(day, 8)).map(({ dueAt }) => dueAt);
        expect(weekly, `${zone} ${minute(time)}`).toHaveLength(3);
        const daily = [-1, 0, 1].map((days) => instantOf(minute(time.add({ days })), zone).dueAt);
        const [week, later, more] = weekly;
        expect([week, daily[0], daily[1], daily[2], more], `${zone} ${minute(time)}`).toEqual(
          [...new Set([...weekly, ...daily])].sort((a, b) => a - b),
        );
        expect(later).toBe(daily[1]);
      }
    }
  }
});

it.each(named)("gives a series of every day one date, and one instant, on each day until 2037: %s", (timeZone) => {
  for (const time of ["02:15", "03:30"]) {
    const local = localTimes("FREQ=DAILY", `2024-01-01T${time}`, "2024-01-01T00:00", "2038-01-01T00:00");
    expect(local).toHaveLength(5114);
    expect(new Set(local.map((at) => at.slice(0, 10))).size).toBe(5114);
    expect(new Set(local.map((at) => instantOf(at, timeZone).dueAt)).size).toBe(5114);
    expect(local.every((at) => at.endsWith(time))).toBe(true);
  }
});

it("leaves the time of a weekly date where it is through a change", () => {
  const series = aSeries({ rule: "FREQ=WEEKLY", start: "2027-03-21T03:30" });
  const dates = wantedTimes(series, "2027-03-21T00:00", "2027-04-05T00:00");
  const due = dates.map((at) => instantOf(at, "Europe/Kyiv"));
  expect(due.map(({ dueAt, clockChange }) => [new Date(dueAt).toISOString(), clockChange])).toEqual([
    ["2027-03-21T01:30:00.000Z", undefined],
    ["2027-03-28T01:30:00.000Z", "skipped"],
    ["2027-04-04T00:30:00.000Z", undefined],
  ]);
});

function isWithin(time: Temporal.PlainDateTime, first: Temporal.PlainDateTime, end: Temporal.PlainDateTime): boolean {
  const { compare } = Temporal.PlainDateTime;
  return compare(time, first) >= 0 && compare(time, end) < 0;
}
