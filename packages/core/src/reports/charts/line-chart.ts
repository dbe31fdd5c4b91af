import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { type AxisUnit, axisOf, axisWithin } from "./axis.ts";
import type { Mark, Scene } from "./scene.ts";

export interface LineChart {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  /** In order of time, evenly spaced; `null` leaves a gap. */
  readonly points: readonly { readonly name: string; readonly value: number | null; readonly isUnusual?: boolean }[];
  readonly format: (value: number) => string;
  readonly unit?: AxisUnit;
  /** A target, drawn as a dashed line with its name. */
  readonly goal?: { readonly value: number; readonly name: string };
  /** Counts stand on zero; a level such as followers may begin above it, so that its change is seen. */
  readonly fromZero: boolean;
  /** Logical pixels; larger where the drawing will be shrunk. */
  readonly textSize?: number;
  /** The least and the greatest value that there can be, where the scale is given: stars are 1 to 5. */
  readonly bounds?: readonly [number, number];
}

/** The width of a letter, in text sizes. */
const letter = 0.66;

/** A line over time with its last value at its end, names below and figures beside. */
export function lineChart(chart: LineChart): Scene {
  const { width, height, points, format, goal, textSize = 12 } = chart;
  const label = labelOf(textSize);
  const known = points.flatMap(({ value }, index) => (value === null ? [] : [{ index, value }]));
  const values = [...known.map(({ value }) => value), ...(goal ? [goal.value] : [])];
  const low = chart.fromZero ? 0 : Math.min(...values);
  const top = Math.max(...values);
  const high = top > low ? top : low + (Math.abs(low) * 0.1 || 1);
  const spare = chart.fromZero ? 0 : (high - low) * 0.15;
  const last = known.at(-1);
  const axis = chart.bounds
    ? axisWithin(chart.bounds, chart.unit)
    : axisOf([low, high], { below: spare, above: spare * 0.5 }, chart.unit);
  const widest = Math.max(0, ...axis.ticks.map((tick) => format(tick).length));
  const margin = { top: textSize * 1.3, right: 12, bottom: textSize * 2, left: 10 + letter * textSize * widest };
  const endLabel = last ? format(last.value) : "";
  const right =
    width - margin.right - Math.max(24, Math.max(endLabel.length, goal?.name.length ?? 0) * textSize * letter);
  const y = scaleLinear(axis.domain, [height - margin.bottom, margin.top]);
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [margin.left, right]);
  const base = y.range()[0] ?? height;
  const marks: Mark[] = [];
  for (const tick of axis.ticks) {
    marks.push({ kind: "path", d: `M${margin.left},${y(tick)}H${right}`, stroke: "line" });
    marks.push(label(margin.left - 8, y(tick) + 4, format(tick), "soft", "end"));
  }
  const shape = { x: (_: Point, index: number) => x(index), defined: ({ value }: Point) => value !== null };
  const curve = line<Point>()
    .defined(shape.defined)
    .x(shape.x)
    .y(({ value }) => y(value ?? 0))([...points]);
  const ground = area<Point>()
    .defined(shape.defined)
    .x(shape.x)
    .y0(base)
    .y1(({ value }) => y(value ?? 0))([...points]);
  if (chart.fromZero && ground) marks.push({ kind: "path", d: ground, fill: "accentWash" });
  if (curve) marks.push({ kind: "path", d: curve, stroke: "accent", width: 2 });
  for (const [index, { value, isUnusual }] of points.entries()) {
    const isAlone = (points[index - 1]?.value ?? null) === null && (points[index + 1]?.value ?? null) === null;
    if (isAlone && value !== null) marks.push({ kind: "circle", x: x(index), y: y(value), r: 2.5, fill: "accent" });
    if (isUnusual && value !== null) marks.push(...ring(x(index), y(value)));
  }
  if (goal) {
    marks.push({ kind: "path", d: `M${margin.left},${y(goal.value)}H${right}`, stroke: "soft", dash: [4, 4] });
    marks.push(label(right + 6, y(goal.value) + 4, goal.name, "soft", "start"));
  }
  if (last) {
    marks.push({ kind: "circle", x: x(last.index), y: y(last.value), r: 3.5, fill: "accent" });
    const crowded = goal && Math.abs(y(goal.value) - y(last.value)) < textSize;
    marks.push({
      ...label(x(last.index) + 8, y(last.value) + (crowded ? -6 : 4), endLabel, "ink", "start"),
      bold: true,
    });
  }
  for (const index of namedIndexes(points.length, textSize)) {
    const anchor = index === 0 ? "start" : "middle";
    marks.push(label(x(index), height - 6, points[index]?.name ?? "", "soft", anchor));
  }
  return { width, height, label: chart.label, marks };
}

type Point = LineChart["points"][number];

const labelOf =
  (size: number) => (x: number, y: number, text: string, fill: "ink" | "soft", anchor: "start" | "middle" | "end") =>
    ({ kind: "text", x, y, text, size, fill, anchor }) as const;

const ring = (x: number, y: number): Mark[] => [
  { kind: "circle", x, y, r: 5.5, fill: "wheat" },
  { kind: "circle", x, y, r: 3, fill: "paper" },
];

/** Every one of at most eight; of more the first, the last and three evenly between. Large letters leave room for five. */
function namedIndexes(count: number, textSize: number): readonly number[] {
  if (count <= 1) return count === 1 ? [0] : [];
  const parts = count <= (textSize > 14 ? 7 : 8) ? count - 1 : 4;
  return [...new Set(Array.from({ length: parts + 1 }, (_, part) => Math.round((part * (count - 1)) / parts)))];
}
