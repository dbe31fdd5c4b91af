import { describe, expect, it } from "vitest";
import { barChart, lightPalette, lineChart, type Mark, sceneToSvg, sparkline } from "./index.ts";

const format = (value: number) => String(value);
const texts = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
const points = (...values: (number | null)[]) => values.map((value, index) => ({ name: `d${index}`, value }));

describe("a line chart", () => {
  const base = { width: 560, height: 200, label: "l", format, fromZero: true };

  it("leaves a gap where a value is missing instead of drawing zero", () => {
    const { marks } = lineChart({ ...base, points: points(1, null, 3, 4) });
    const curve = marks.find((mark) => mark.kind === "path" && mark.stroke === "accent");
    expect(curve?.kind === "path" && curve.d.match(/M/g)).toHaveLength(2);
  });

  it("writes the last known value at the line's end, inside the picture", () => {
    const { marks } = lineChart({ ...base, points: points(10, 20, null) });
    const end = marks.find((mark) => mark.kind === "text" && mark.bold);
    expect(end).toMatchObject({ text: "20" });
    expect(end?.kind === "text" && end.x).toBeLessThan(base.width);
  });

  it("rings the points that are unusual", () => {
    const rings = (marked: boolean) =>
      lineChart({
        ...base,
        points: points(1, 9, 1).map((one, index) => ({ ...one, isUnusual: marked && index === 1 })),
      }).marks.filter((mark) => mark.kind === "circle" && mark.fill === "wheat");
    expect([rings(true), rings(false)].map(({ length }) => length)).toEqual([1, 0]);
  });

  it("marks a value that stands between gaps, which no line would show", () => {
    const { marks } = lineChart({ ...base, points: points(null, 5, null, 1, 2) });
    expect(marks.filter((mark) => mark.kind === "circle" && mark.r === 2.5)).toHaveLength(1);
  });

  it("names no height beyond the bounds that there are", () => {
    const { marks } = lineChart({ ...base, fromZero: false, bounds: [1, 5], points: points(5, 4.2, 5) });
    const heights = texts(marks).map(Number).filter(Number.isFinite);
    expect([Math.min(...heights), Math.max(...heights)].every((one) => one >= 1 && one <= 5)).toBe(true);
  });

  it("draws nothing but its frame when nothing is known", () => {
    const { marks } = lineChart({ ...base, points: points(null, null) });
    expect(marks.some((mark) => mark.kind === "path" && mark.stroke === "accent")).toBe(false);
    expect(marks.every((mark) => mark.kind !== "path" || !mark.d.includes("NaN"))).toBe(true);
  });

  it("names the goal on a dashed line", () => {
    const { marks } = lineChart({ ...base, points: points(1, 2), goal: { value: 9, name: "goal" } });
    expect(texts(marks)).toContain("goal");
    expect(marks.some((mark) => mark.kind === "path" && mark.dash)).toBe(true);
  });
});

describe("a bar chart", () => {
  it("draws bars in proportion from zero, and a word where there is no figure", () => {
    const rows = [
      { name: "a", value: 10 },
      { name: "b", value: 5 },
      { name: "c", value: null },
    ];
    const { marks } = barChart({ width: 384, label: "l", rows, format, missing: "—" });
    const lengths = marks.flatMap((mark) => (mark.kind === "path" ? [Number(/h([\d.]+)/.exec(mark.d)?.[1])] : []));
    expect(lengths).toEqual([200, 100]);
    expect(texts(marks)).toContain("—");
  });
});

describe("SVG", () => {
  it("escapes what people wrote", () => {
    const scene = barChart({ width: 384, label: '"<', rows: [{ name: "<script>", value: 1 }], format, missing: "" });
    expect(sceneToSvg(scene, lightPalette, "Noto Sans")).not.toMatch(/<script|aria-label=""</);
  });

  it("draws a flat sparkline in the middle", () => {
    const { marks } = sparkline({ width: 100, height: 40, label: "", values: [5, 5] });
    expect(marks.at(-1)).toMatchObject({ kind: "circle", y: 20 });
  });
});
