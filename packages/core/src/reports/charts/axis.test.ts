import { describe, expect, it } from "vitest";
import { axisOf, axisWithin } from "./axis.ts";
import { lineChart } from "./index.ts";

const none = { below: 0, above: 0 };
const [minute, hour] = [60_000, 3_600_000];

describe("an axis", () => {
  it.each([
    ["counts of one", [0, 1], "count", [0, 1]],
    ["counts of two", [0, 2], "count", [0, 1, 2]],
    ["counts in hundreds", [0, 534], "count", [0, 200, 400, 600]],
    ["all of a share", [0, 1], "share", [0, 0.5, 1]],
    ["a small share", [0, 0.083], "share", [0, 0.05, 0.1]],
    ["three hours", [0, 2.8 * hour], "duration", [0, hour, 2 * hour, 3 * hour]],
    ["half an hour and more", [0, 50 * minute], "duration", [0, 30 * minute, 60 * minute]],
    ["few of many", [0, 0.3], "number", [0, 0.1, 0.2, 0.3]],
    ["nothing at all", [0, 0], "count", [0, 1]],
  ] as const)("of %s has round values", (_, range, unit, ticks) => {
    expect(axisOf(range, none, unit).ticks).toEqual(ticks);
  });

  it("leaves room around a level, but not below zero", () => {
    expect(axisOf([1000, 1003], { below: 1, above: 1 }, "count").domain).toEqual([998, 1004]);
    expect(axisOf([1, 100], { below: 15, above: 8 }, "count").domain[0]).toBe(0);
  });

  it("of a share ends with the whole although there is room above", () => {
    expect(axisOf([0.4, 0.98], { below: 0.1, above: 0.1 }, "share").domain[1]).toBe(1);
  });

  it("whose ends are given stays within them", () => {
    expect(axisWithin([1, 5])).toEqual({ domain: [1, 5], ticks: [2, 4] });
    expect(axisWithin([0.7, 1], "share").ticks).toEqual([0.7, 0.8, 0.9, 1]);
  });
});

it("a line chart has room for the longest of its heights' names", () => {
  const name = "2 год 30 хв";
  const { marks } = lineChart({
    ...{ width: 560, height: 200, label: "l", fromZero: true, unit: "duration", textSize: 18 },
    format: (value) => (value === 0 ? "0" : name),
    points: [1, 2.4].map((value) => ({ name: "d", value: value * hour })),
  });
  const left = marks.flatMap((mark) =>
    mark.kind === "text" && mark.text === name && mark.anchor === "end" ? [mark.x] : [],
  );
  expect(left.length).toBeGreaterThan(0);
  for (const x of left) expect(x).toBeGreaterThanOrEqual(name.length * 18 * 0.55);
});
