import { describe, expect, it } from "vitest";
import { addDays } from "../kernel/time.ts";
import { type DayValue, unusualDays } from "./unusual-days.ts";

const first = "2026-01-05";

/** The same for the same seed: uniform in [0, 1). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Shape {
  readonly name: string;
  /** What is usual on a day, by its index. */
  readonly level: (index: number) => number;
  /** The standard deviation of a day's logarithm. */
  readonly noise: number;
  /** A burst that must be found in nine of ten series. */
  readonly burst: number;
}
const weekly = (index: number): number => ([5, 6].includes(index % 7) ? 0.5 : 1.2);
const shapes: readonly Shape[] = [
  { name: "steady", level: () => 900, noise: 0.2, burst: 3 },
  { name: "weekly cycle", level: (index) => 2000 * weekly(index), noise: 0.25, burst: 4 },
  { name: "growing by a fifth a month", level: (index) => 800 * 1.2 ** (index / 30), noise: 0.2, burst: 3 },
  { name: "wild", level: (index) => 5000 * weekly(index), noise: 0.5, burst: 16 },
  { name: "small counts", level: () => 3, noise: 0, burst: 7 },
];
const length = 56 + 60;

/** A series of a shape; small counts are drawn from Poisson's distribution. */
function draw({ level, noise }: Shape, seed: number): DayValue[] {
  const next = random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const poisson = (mean: number) => {
    let [count, product] = [0, next()];
    for (; product > Math.exp(-mean); count++) product *= next();
    return count;
  };
  return Array.from({ length }, (_, index) => ({
    day: addDays(first, index),
    value: noise === 0 ? poisson(level(index)) : Math.round(level(index) * Math.exp(noise * normal())),
  }));
}

const judgedFrom = addDays(first, 56);
const headlineOf = ({ name }: Shape) => (name === "small counts" ? "leads" : "reach");

describe.each(shapes)("in a series that is $name", (shape) => {
  const headline = headlineOf(shape);

  it("calls hardly a day unusual that is not", () => {
    let called = 0;
    for (let seed = 0; seed < 60; seed++) called += unusualDays(headline, draw(shape, seed), judgedFrom).length;
    const share = called / (60 * 60);
    expect(share, `${(share * 100).toFixed(2)} % of usual days were called unusual`).toBeLessThan(0.01);
  });

  it(`finds the day on which it was ${shape.burst} times the usual`, () => {
    let missed = 0;
    for (let seed = 0; seed < 60; seed++) {
      const series = draw(shape, seed);
      const at = 56 + (seed % 60);
      const burst = series.map((one, index) =>
        index === at ? { ...one, value: Math.round(shape.level(at) * shape.burst) } : one,
      );
      if (!unusualDays(headline, burst, judgedFrom).some(({ day }) => day === burst[at]?.day)) missed++;
    }
    expect(missed / 60, `${missed} of 60 were missed`).toBeLessThanOrEqual(0.1);
  });
});

const flat = (value: number): DayValue[] =>
  Array.from({ length }, (_, index) => ({ day: addDays(first, index), value: value + (index % 3) }));
const withLast = (series: readonly DayValue[], value: number | null): DayValue[] => [
  ...series.slice(0, -1),
  { day: addDays(first, length - 1), value },
];
const lastDay = addDays(first, length - 1);

it("tells what would have been usual", () => {
  const [found] = unusualDays("reach", withLast(flat(400), 1500), judgedFrom);
  expect(found).toMatchObject({ day: lastDay, value: 1500, headline: "reach" });
  expect(found?.usual).toBeGreaterThan(395);
  expect(found?.usual).toBeLessThan(406);
});

it("finds a fall as well as a rise", () => {
  expect(unusualDays("reach", withLast(flat(400), 0), judgedFrom)).toHaveLength(1);
});

it("takes followers lost as they are", () => {
  const lost = withLast(flat(2), -60);
  expect(unusualDays("followersChange", lost, judgedFrom)).toMatchObject([{ value: -60 }]);
});

it("says nothing of a figure that is not known, of little history, of small differences, of figures it does not watch", () => {
  expect(unusualDays("reach", withLast(flat(400), null), judgedFrom)).toEqual([]);
  expect(unusualDays("reach", withLast(flat(400), 1500).slice(-27), judgedFrom)).toEqual([]);
  expect(unusualDays("reach", withLast(flat(400), 440), judgedFrom)).toEqual([]);
  expect(unusualDays("leads", withLast(flat(0), 4), judgedFrom)).toEqual([]);
  expect(unusualDays("followers", withLast(flat(400), 9000), judgedFrom)).toEqual([]);
});

it("is not blunted by bursts of the weeks before", () => {
  const bursts = flat(400).map((one, index) => (index % 20 === 7 ? { ...one, value: 4000 } : one));
  expect(unusualDays("reach", withLast(bursts, 2500), judgedFrom).map(({ day }) => day)).toContain(lastDay);
});
