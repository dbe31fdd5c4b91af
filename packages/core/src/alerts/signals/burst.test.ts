import { describe, expect, it } from "vitest";
import { burstIn, type WatchedHour, watchedHours } from "./burst.ts";
import { countTail } from "./count-tail.ts";
import { type CountedDay, hourlyNorm, normDays } from "./hourly-norm.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Numbers between 0 and 1 that are the same every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A Poisson count by Knuth's method, in parts so that a great mean does not underflow. */
function poisson(mean: number, random: () => number): number {
  let count = 0;
  for (let rest = mean; rest > 0; rest -= 20) {
    const end = Math.exp(-Math.min(rest, 20));
    for (let product = random(); product > end; product *= random()) count += 1;
  }
  return count;
}

/** Negative messages expected in an hour: `day` counts from the beginning of the history, 0 a Monday. */
type Shape = (day: number, hour: number) => number;
const byDay = [1, 1, 1, 1, 1, 1, 2, 3, 5, 6, 6, 6, 7, 6, 6, 6, 6, 7, 8, 9, 9, 7, 4, 2].map((weight) => weight / 117);

const shapes: Readonly<Record<string, { readonly rate: Shape; readonly clumps?: number }>> = {
  silent: { rate: () => 0.001 },
  quiet: { rate: (_, hour) => 0.5 * (byDay[hour] ?? 0) },
  usual: { rate: (_, hour) => 4 * (byDay[hour] ?? 0) },
  busy: { rate: (_, hour) => 40 * (byDay[hour] ?? 0) },
  crowded: { rate: (_, hour) => 400 * (byDay[hour] ?? 0) },
  growing: { rate: (day, hour) => 4 * 1.04 ** day * (byDay[hour] ?? 0) },
  weekly: { rate: (day, hour) => (day % 7 > 4 ? 40 : 8) * (byDay[hour] ?? 0) },
  "nine to five": { rate: (day, hour) => (day % 7 < 5 && hour >= 9 && hour < 17 ? 2 : 0.01) },
  clumped: { rate: (_, hour) => 20 * (byDay[hour] ?? 0), clumps: 4 },
};

/** The days of a channel whose messages come by a shape, and in clumps where it says so: one sharp post, some answers. */
function history(name: string, days: number, random: () => number): CountedDay[] {
  const { rate, clumps = 1 } = shapes[name] ?? { rate: () => 0 };
  return Array.from({ length: days }, (_, day) => ({
    weekday: (day % 7) + 1,
    hours: Array.from({ length: 24 }, (_, hour) => {
      const clumpsHere = poisson(rate(day, hour) / clumps, random);
      return Array.from({ length: clumpsHere }, () => 1 + poisson(clumps - 1, random)).reduce((a, b) => a + b, 0);
    }),
  }));
}

/** Every look at a day: with each of its negative messages, at what the six hours up to it have had. */
function looksOf(days: readonly CountedDay[], index: number): readonly WatchedHour[][] {
  const hours = days.flatMap(({ weekday, hours: counts }) => counts.map((count, hour) => ({ weekday, hour, count })));
  return Array.from({ length: 24 }, (_, hour) => index * 24 + hour).flatMap((now) => {
    const running = hours[now];
    if (!running || running.count === 0) return [];
    const before = hours.slice(Math.max(0, now - watchedHours + 1), now);
    return Array.from({ length: running.count }, (_, i) => [...before, { ...running, count: i + 1 }]);
  });
}

/** How many messages of a burst of `size` in an hour it takes until it is seen; `null` when it is not seen. */
function seenAfter(days: readonly CountedDay[], hour: number, size: number): number | null {
  const last = days.at(-1);
  if (!last) throw new Error("a history has days");
  const norm = hourlyNorm(days.slice(-normDays - 1, -1));
  for (let told = 1; told <= size; told++) {
    const hours = last.hours.slice(0, hour + 1).map((count, at) => ({ weekday: last.weekday, hour: at, count }));
    const running = { weekday: last.weekday, hour, count: (last.hours[hour] ?? 0) + told };
    if (burstIn([...hours.slice(-watchedHours, -1), running], norm)) return told;
  }
  return null;
}

describe("the tail of a count", () => {
  it("is that of the tables: Poisson 2 reaches 6 in 1.66 %, and a clumped count of the same mean more often", () => {
    expect(countTail(6, 2, 1)).toBeCloseTo(0.016564, 5);
    // A geometric variable (size 1) of mean 2 reaches 6 by (2/3)^6.
    expect(countTail(6, 2, 3)).toBeCloseTo((2 / 3) ** 6, 10);
    expect(countTail(0, 2, 1)).toBe(1);
  });
});

describe("channels without a burst", () => {
  const channels = 12;
  const watched = 28;
  it.each(Object.keys(shapes))("%s: rarely a false alarm", (name) => {
    let alarms = 0;
    for (let seed = 1; seed <= channels; seed++) {
      const days = history(name, normDays + watched, seeded(seed * 7919));
      for (let day = normDays; day < days.length; day++) {
        const norm = hourlyNorm(days.slice(day - normDays, day));
        if (looksOf(days, day).some((hours) => burstIn(hours, norm))) alarms += 1;
      }
    }
    const perHundredDays = (100 * alarms) / (channels * watched);
    say(
      `false alarms, ${name}: ${alarms} in ${channels * watched} channel days (${perHundredDays.toFixed(2)} per 100)`,
    );
    expect(perHundredDays).toBeLessThanOrEqual(1);
  });

  it("a new channel does not raise one with four messages on its first day", () => {
    const norm = hourlyNorm([]);
    const hours = [0, 0, 1, 1, 1, 1].map((count, i) => ({ weekday: 3, hour: 10 + i, count }));
    expect(burstIn(hours, norm)).toBeNull();
  });
});

describe("real bursts", () => {
  /** By shape: the size, within an hour at 19:00, that must never be missed, and one that is seen in most histories. */
  const bursts = [
    { name: "silent", size: 6, most: 0 },
    { name: "quiet", size: 7, most: 0 },
    { name: "usual", size: 10, most: 0 },
    { name: "growing", size: 16, most: 0.05 },
    { name: "weekly", size: 25, most: 0.05 },
    { name: "nine to five", size: 10, most: 0 },
    { name: "busy", size: 20, most: 0.05 },
    { name: "clumped", size: 40, most: 0.05 },
    { name: "crowded", size: 80, most: 0.05 },
  ];
  it.each(bursts)("$name: $size messages within an hour are seen", ({ name, size, most }) => {
    const histories = 40;
    const seen: number[] = [];
    for (let seed = 1; seed <= histories; seed++) {
      const after = seenAfter(history(name, normDays + 1, seeded(seed * 104_729)), 19, size);
      if (after !== null) seen.push(after);
    }
    const missed = 1 - seen.length / histories;
    const median = seen.toSorted((a, b) => a - b)[Math.floor(seen.length / 2)];
    say(
      `bursts of ${size}, ${name}: ${Math.round(missed * histories)} of ${histories} missed, seen after ${median} (median)`,
    );
    expect(missed).toBeLessThanOrEqual(most);
  });

  it("one that smoulders over six hours is seen, too", () => {
    const days = history("usual", normDays, seeded(5));
    const hours = [3, 3, 2, 3, 3, 3].map((count, i) => ({ weekday: 2, hour: 9 + i, count }));
    expect(burstIn(hours, hourlyNorm(days))).toMatchObject({ hours: 6, count: 17, severity: "high" });
  });

  it("last week's burst does not hide this week's", () => {
    const days = history("usual", normDays, seeded(11));
    const scarred = days.map((day, i) =>
      i === 22 ? { ...day, hours: day.hours.map((n, h) => (h === 19 ? n + 60 : n)) } : day,
    );
    const running = [{ weekday: 2, hour: 19, count: 14 }];
    expect(burstIn(running, hourlyNorm(scarred))).not.toBeNull();
    expect(hourlyNorm(scarred).level).toBeLessThan(hourlyNorm(days).level * 1.5);
  });

  it("weighs many times the usual by many people as critical", () => {
    const norm = hourlyNorm(history("usual", normDays, seeded(3)));
    const at = (count: number) => burstIn([{ weekday: 2, hour: 12, count }], norm)?.severity;
    expect([at(7), at(15), at(60)]).toEqual(["medium", "high", "critical"]);
  });
});
