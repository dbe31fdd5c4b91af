import { describe, expect, it } from "vitest";
import { type Seeded, seeded } from "#tests/support/seeded.ts";
import { type ForecastInput, forecastOf } from "./forecast.ts";

type Kind = ForecastInput["kind"];
interface Course {
  readonly kind: Kind;
  /** The figure of each day; of a level its change. */
  readonly days: (draw: Seeded, count: number) => readonly number[];
}

const weekday = [1.1, 1, 1, 0.9, 1.2, 1.5, 0.6];
const each = (count: number, make: (day: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => make(i));
const of = (day: number): number => weekday[day % 7] ?? 1;

/** Courses such as channels have. */
const courses: Readonly<Record<string, Course>> = {
  "interactions that grow": {
    kind: "sum",
    days: (draw, count) => each(count, (day) => 160 + 0.8 * day + 40 * of(day) + 30 * draw.normal()),
  },
  "reach of uneven days": {
    kind: "sum",
    days: (draw, count) => each(count, (day) => 400 * of(day) * Math.exp(0.6 * draw.normal())),
  },
  "a few leads a week": { kind: "sum", days: (draw, count) => each(count, (day) => draw.count(0.4 * of(day))) },
  "negative comments, of which there are fewer and fewer": {
    kind: "sum",
    days: (draw, count) => each(count, (day) => draw.count(4 - (2.5 * day) / count)),
  },
  "an engagement rate": { kind: "rate", days: (draw, count) => each(count, () => 0.04 + 0.012 * draw.normal()) },
  "days like the days before them": {
    kind: "sum",
    days: (draw, count) => {
      let level = 0;
      return each(count, () => {
        level = 0.8 * level + 20 * draw.normal();
        return 300 + level;
      });
    },
  },
  "followers who come and go": {
    kind: "level",
    days: (draw, count) => each(count, () => draw.count(6) - draw.count(2)),
  },
  "followers with a burst now and then": {
    kind: "level",
    days: (draw, count) => each(count, () => (draw.uniform() < 0.03 ? 40 : 0) + draw.count(5) - draw.count(2)),
  },
};

const walk = (draw: Seeded, count: number, step: number): number[] => {
  let level = 0;
  return each(count, () => {
    level += step * draw.normal();
    return level;
  });
};

/** Courses that go back to no trend: the range does not hold for them, and the decision's page says how seldom. */
const wanderers: Readonly<Record<string, Course>> = {
  "a random walk": { kind: "sum", days: (draw, count) => walk(draw, count, 8).map((level) => 1000 + level) },
  "a random walk with scatter": {
    kind: "sum",
    days: (draw, count) => walk(draw, count, 6).map((level) => 600 + level + 60 * draw.normal()),
  },
  "a rate that wanders": {
    kind: "rate",
    days: (draw, count) => walk(draw, count, 0.05).map((level) => 0.04 * Math.exp(level)),
  },
  "followers whose growth wanders": {
    kind: "level",
    days: (draw, count) => walk(draw, count, 0.6).map((level) => 8 + level + 4 * draw.normal()),
  },
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** One history with what became of it: the weeks that were, what is known of the 28 days, and their figure in the end. */
function played({ kind, days }: Course, seed: number, weeks: number, ahead: number) {
  const all = days(seeded(seed), weeks * 7 + ahead);
  const past = all.slice(0, weeks * 7);
  const perWeek = Array.from({ length: weeks }, (_, week) => sum(past.slice(week * 7, week * 7 + 7)));
  if (kind === "level") {
    const now = 5000 + sum(past);
    return { weeks: perWeek, known: now, outcome: now + sum(all.slice(weeks * 7)) };
  }
  const over = all.slice(all.length - 28, weeks * 7);
  if (kind === "sum") return { weeks: perWeek, known: sum(over), outcome: sum(all.slice(-28)) };
  const known = over.length > 0 ? sum(over) / over.length : 0;
  return { weeks: perWeek.map((week) => week / 7), known, outcome: sum(all.slice(-28)) / 28 };
}

const histories = [8, 12, 16] as const;
const distances = [10, 28, 60, 90] as const;
const runs = 150;

/** Of all histories and distances: how many outcomes the range held, and how many lay below its middle. */
function outcomesOf(course: Course): { held: number; below: number; all: number } {
  let held = 0;
  let below = 0;
  let all = 0;
  for (const weeks of histories) {
    for (const daysAhead of distances) {
      for (let run = 0; run < runs; run += 1) {
        const { outcome, ...seen } = played(course, run * 7919 + weeks * 31 + daysAhead, weeks, daysAhead);
        const forecast = forecastOf({ ...seen, kind: course.kind, daysAhead, target: outcome, upwards: true });
        if (!forecast.available) throw new Error("There is history enough");
        all += 1;
        if (outcome >= forecast.low && outcome <= forecast.high) held += 1;
        if (outcome <= forecast.value) below += 1;
      }
    }
  }
  return { held, below, all };
}

describe("the range of a forecast", () => {
  const told: string[] = [];
  it.each(Object.entries(courses))("holds four outcomes in five of %s", (name, course) => {
    const { held, below, all } = outcomesOf(course);
    told.push(
      `${name}: ${((100 * held) / all).toFixed(1)} % within, ${((100 * below) / all).toFixed(0)} % below the middle`,
    );
    expect(held / all).toBeGreaterThan(0.72);
    expect(held / all).toBeLessThan(0.88);
    expect(below / all).toBeGreaterThan(0.4);
    expect(below / all).toBeLessThan(0.65);
    if (told.length === Object.keys(courses).length) process.stdout.write(`80 % ranges hold:\n${told.join("\n")}\n`);
  });

  it.each(Object.entries(wanderers))("holds too seldom for %s, and not less often than is told", (name, course) => {
    const { held, all } = outcomesOf(course);
    process.stdout.write(`an 80 % range holds ${((100 * held) / all).toFixed(1)} % of ${name}\n`);
    expect(held / all).toBeGreaterThan(0.53);
    expect(held / all).toBeLessThan(0.75);
  });

  it("means what it says of the chance: of the targets given 30 %, about three in ten are met", () => {
    const course = courses["reach of uneven days"] as Course;
    const met = Array.from({ length: 800 }, (_, run) => {
      const { outcome, ...seen } = played(course, run, 12, 45);
      const ask = (target: number) => forecastOf({ ...seen, kind: "sum", daysAhead: 45, target, upwards: true });
      const first = ask(0);
      if (!first.available) throw new Error("There is history enough");
      // The target at which the forecast itself says 30 %: between the middle and the upper end.
      let [low, high] = [first.value, first.high * 2];
      for (let step = 0; step < 25; step += 1) {
        const target = (low + high) / 2;
        const forecast = ask(target);
        if (forecast.available && forecast.chance > 0.3) low = target;
        else high = target;
      }
      return outcome >= low;
    }).filter(Boolean).length;
    expect(met / 800).toBeGreaterThan(0.24);
    expect(met / 800).toBeLessThan(0.36);
  });
});

describe("a forecast", () => {
  const base = { kind: "sum", daysAhead: 60, known: 0, target: 1000, upwards: true } as const;
  const steady = [100, 104, 97, 102, 99, 101, 103, 96];

  it("is not given from fewer weeks than it needs, and says how many there are", () => {
    const weeks = [100, null, 104, 97, null, 102, 99];
    expect(forecastOf({ ...base, weeks })).toEqual({
      available: false,
      reason: "too-few-weeks",
      weeks: 5,
      neededWeeks: 6,
    });
    expect(forecastOf({ ...base, weeks: [...weeks, 101] })).toMatchObject({ available: true, weeks: 6 });
  });

  it("is not given for a day further off than twice the weeks that are known", () => {
    expect(forecastOf({ ...base, weeks: steady, daysAhead: 112 })).toMatchObject({ available: true });
    expect(forecastOf({ ...base, weeks: steady, daysAhead: 113 })).toMatchObject({ reason: "too-far-ahead" });
  });

  it("is not turned by one odd week", () => {
    const value = (weeks: readonly number[]) => {
      const forecast = forecastOf({ ...base, weeks });
      return forecast.available ? forecast.value : Number.NaN;
    };
    const odd = steady.with(6, 900);
    expect(value(odd) / value(steady)).toBeLessThan(1.05);
  });

  it("is the surer the more of its 28 days are over", () => {
    const widthAt = (daysAhead: number) => {
      const forecast = forecastOf({ ...base, weeks: steady, daysAhead, known: (28 - daysAhead) * 14 });
      return forecast.available ? forecast.high - forecast.low : Number.NaN;
    };
    const widths = [1, 7, 14, 28].map(widthAt);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  });

  it("counts the chance downwards where less is better", () => {
    const weeks = [40, 38, 37, 33, 34, 30, 28, 27];
    const chance = (target: number, upwards: boolean) => {
      const forecast = forecastOf({ ...base, weeks, daysAhead: 28, target, upwards, least: 0 });
      return forecast.available ? forecast.chance : Number.NaN;
    };
    expect(chance(110, false)).toBeGreaterThan(0.9);
    expect(chance(70, false)).toBeLessThan(0.1);
    expect(chance(95, false) + chance(95, true)).toBeCloseTo(1);
  });

  it("stays within what there can be", () => {
    const weeks = [9, 8, 7, 5, 4, 3, 2, 1];
    expect(forecastOf({ ...base, weeks, daysAhead: 90, least: 0 })).toMatchObject({ value: 0, low: 0 });
    const shares = [0.9, 0.93, 0.95, 0.94, 0.97, 0.99, 0.98, 1];
    expect(forecastOf({ ...base, kind: "rate", weeks: shares, daysAhead: 60, least: 0, most: 1 })).toMatchObject({
      high: 1,
    });
  });

  it("is certain where nothing ever changes", () => {
    const weeks = Array.from({ length: 8 }, () => 10);
    const certain = forecastOf({ ...base, weeks, target: 40 });
    expect(certain).toMatchObject({ value: 40, low: 40, high: 40, chance: 1 });
    expect(forecastOf({ ...base, weeks, target: 41 })).toMatchObject({ chance: 0 });
  });
});
