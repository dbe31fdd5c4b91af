import { describe, expect, it } from "vitest";
import { type ForecastChart, forecastChart, type Mark } from "./index.ts";

const base: ForecastChart = {
  width: 560,
  height: 220,
  label: "l",
  past: [
    { name: "1 Nov", value: 100 },
    { name: "", value: null },
    { name: "", value: 110 },
    { name: "22 Nov", value: 120 },
  ],
  ahead: [
    { name: "", value: 125, low: 118, high: 132 },
    { name: "6 Dec", value: 130, low: 115, high: 145 },
  ],
  goal: { value: 140, name: "goal" },
  format: String,
  fromZero: false,
};
const texts = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
const band = (marks: readonly Mark[]) => marks.find((mark) => mark.kind === "path" && mark.fill === "accentWash");

describe("a forecast chart", () => {
  it("draws the range as a band that opens at the last known figure", () => {
    const { marks } = forecastChart(base);
    const shape = band(marks);
    const dot = marks.find((mark) => mark.kind === "circle");
    expect(shape?.kind === "path" && dot?.kind === "circle" && shape.d.startsWith(`M${dot.x},${dot.y}`)).toBe(true);
  });

  it("names the goal, what is expected, the first day, today and the last day", () => {
    expect(texts(forecastChart(base).marks)).toEqual(
      expect.arrayContaining(["goal", "130", "1 Nov", "22 Nov", "6 Dec"]),
    );
  });

  it("leaves today's name out where it would run into another", () => {
    const narrow = texts(forecastChart({ ...base, width: 290 }).marks);
    expect(narrow).not.toContain("22 Nov");
    expect(narrow).toEqual(expect.arrayContaining(["1 Nov", "6 Dec"]));
  });

  it("leaves a gap where a figure is missing", () => {
    const line = forecastChart(base).marks.find((mark) => mark.kind === "path" && mark.width === 2);
    expect(line?.kind === "path" && line.d.match(/M/g)).toHaveLength(2);
  });

  it("draws the goal and the figures alone when there is no forecast, and nothing broken when there are none", () => {
    expect(band(forecastChart({ ...base, ahead: [] }).marks)).toBeUndefined();
    const { marks } = forecastChart({ ...base, past: [], ahead: [] });
    expect(marks.every((mark) => mark.kind !== "path" || !/NaN|Infinity/.test(mark.d))).toBe(true);
    expect(texts(marks)).toContain("goal");
  });

  it("keeps everything within its picture", () => {
    for (const width of [320, 560, 900]) {
      for (const mark of forecastChart({ ...base, width }).marks) {
        if (mark.kind === "text") expect(mark.x).toBeLessThanOrEqual(width);
      }
    }
  });
});
