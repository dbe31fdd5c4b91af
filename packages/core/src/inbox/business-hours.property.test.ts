import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../kernel/time.ts";
import { addBusinessTime, type BusinessHours, businessTimeBetween } from "./business-hours.ts";

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** The days around a night in which a zone's clock moves, forward and back; and a zone that knows no such night. */
const nights: readonly (readonly [zone: string, from: string])[] = [
  ["Europe/Kyiv", "2026-03-26"],
  ["Europe/Kyiv", "2026-10-22"],
  ["America/New_York", "2026-03-05"],
  ["America/New_York", "2026-10-29"],
  ["Australia/Lord_Howe", "2026-04-02"],
  ["Australia/Lord_Howe", "2026-10-01"],
  ["America/Santiago", "2026-04-02"],
  ["America/Santiago", "2026-09-03"],
  ["Africa/Cairo", "2026-04-21"],
  ["Africa/Cairo", "2026-10-27"],
  ["Asia/Kolkata", "2026-05-01"],
];
const days = 7;

/** Which minutes are open, found by walking through them with a clock on the wall. */
interface Walk {
  readonly startMs: number;
  readonly isOpen: (hours: BusinessHours) => Uint8Array;
}

/**
 * Every minute of some days from a day on, each with what the wall says: a time that comes twice is the first one, and one
 * that is skipped is when the clock that was not moved would show it.
 */
function walkOf(zone: string, from: string): Walk {
  const wall = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const startMs = Date.parse(`${from}T00:00Z`);
  const first = new Map<string, number>();
  const note = (shown: string, minute: number) => first.has(shown) || first.set(shown, minute);
  const asUtc = (shown: string) => Date.parse(`${shown.replace(" ", "T")}Z`);
  const shownAt = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace("T", " ");
  const skipped: (readonly [string, number])[] = [];
  let before: number | undefined;
  for (let minute = -4 * dayMinutes; minute < (days + 3) * dayMinutes; minute += 1) {
    const at = startMs + minute * minuteMs;
    const shown = wall.format(at);
    const ahead = asUtc(shown) - at;
    for (let late = 0; before !== undefined && late < (ahead - before) / minuteMs; late += 1) {
      skipped.push([shownAt(at + before + late * minuteMs), minute + late]);
    }
    note(shown, minute);
    before = ahead;
  }
  for (const [shown, minute] of skipped) note(shown, minute);

  const isOpen = ({ week, holidays = [] }: BusinessHours): Uint8Array => {
    const open = new Uint8Array((days + 1) * dayMinutes);
    // West of Greenwich the first minute may belong to what opened two days before.
    for (let n = -2; n <= days; n += 1) {
      const day = addDays(from, n);
      const times = week[new Date(`${day}T00:00Z`).getUTCDay() || 7];
      if (!times || holidays.includes(day)) continue;
      const overnight = times.closes <= times.opens || times.closes === "24:00";
      const closing = `${overnight ? addDays(day, 1) : day} ${times.closes === "24:00" ? "00:00" : times.closes}`;
      const [opens, closes] = [first.get(`${day} ${times.opens}`) ?? Number.NaN, first.get(closing) ?? Number.NaN];
      for (let minute = Math.max(0, opens); minute < Math.min(closes, open.length); minute += 1) open[minute] = 1;
    }
    return open;
  };
  return { startMs, isOpen };
}

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
/** Any time of the day, more often one of the hours in which clocks are moved. */
const time = fc.oneof(fc.integer({ min: 0, max: dayMinutes - 1 }), fc.integer({ min: 0, max: 270 })).map(timeOf);
const daysHours = fc.record({ opens: time, closes: fc.oneof({ weight: 6, arbitrary: time }, fc.constant("24:00")) });
const week = fc
  .array(fc.option(daysHours, { freq: 4 }), { minLength: 7, maxLength: 7 })
  .map((list) => Object.fromEntries(list.flatMap((hours, at) => (hours ? [[at + 1, hours] as const] : []))));
const minuteOf = (last: number) => fc.integer({ min: 0, max: last });

describe("open time, counted minute by minute over the nights in which clocks are moved", () => {
  it.each(nights)("%s from %s", (timeZone, from) => {
    const { startMs, isOpen } = walkOf(timeZone, from);
    const dayOff = fc.integer({ min: -2, max: days - 1 }).map((n) => addDays(from, n));
    fc.assert(
      fc.property(
        week,
        fc.array(dayOff, { maxLength: 2 }),
        minuteOf(days * dayMinutes),
        minuteOf(days * dayMinutes),
        fc.integer({ min: 1, max: dayMinutes }),
        (openWeek, holidays, asked, until, target) => {
          const hours = { timeZone, week: openWeek, holidays };
          const open = isOpen(hours);
          const sum = open.subarray(asked, Math.max(asked, until)).reduce((all, one) => all + one, 0);
          const instant = (minute: number) => startMs + minute * minuteMs;
          expect(businessTimeBetween(instant(asked), instant(until), hours)).toBe(sum * minuteMs);

          let left = target;
          let due = asked;
          while (left > 0 && due < days * dayMinutes) left -= open[due++] ?? 0;
          if (left === 0) expect(addBusinessTime(instant(asked), target * minuteMs, hours)).toBe(instant(due));
        },
      ),
      { numRuns: 80 },
    );
  });
});
