import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { type AxisUnit, axisOf } from "./axis.ts";
import type { Mark, Scene } from "./scene.ts";

export interface ForecastChart {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  /** In order of time, evenly spaced; `null` leaves a gap. */
  readonly past: readonly { readonly name: string; readonly value: number | null }[];
  /** What is expected after it, at the same spacing, with the range around it. */
  readonly ahead: readonly {
    readonly name: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** The target, drawn as a dashed line with its name. */
  readonly goal: { readonly value: number; readonly name: string };
  readonly format: (value: number) => string;
  readonly unit?: AxisUnit;
  readonly fromZero: boolean;
}

const edge = { top: 20, right: 12, bottom: 24 };
const textSize = 12;
const letter = 7.5;
/** So far apart two days are named. */
const nameRoom = 96;

/** A line up to today, then what is expected with its range as a band, and the target as a dashed line. */
export function forecastChart(chart: ForecastChart): Scene {
  const { width, height, past, ahead, goal, format } = chart;
  const known = past.flatMap(({ value }, index) => (value === null ? [] : [{ index, value }]));
  const last = known.at(-1);
  const end = ahead.at(-1);
  const values = [...known.map(({ value }) => value), ...ahead.flatMap(({ low, high }) => [low, high]), goal.value];
  const low = chart.fromZero ? Math.min(0, ...values) : Math.min(...values);
  const high = Math.max(...values, low + Number.EPSILON);
  const spare = (high - low || 1) * 0.1;
  const endLabel = end ? format(end.value) : last ? format(last.value) : "";
  const axis = axisOf([low, high], { below: chart.fromZero ? 0 : spare, above: spare }, chart.unit);
  const margin = { ...edge, left: 10 + letter * Math.max(...axis.ticks.map((tick) => format(tick).length)) };
  const right = width - margin.right - Math.max(28, letter * Math.max(endLabel.length, goal.name.length));
  const y = scaleLinear(axis.domain, [height - margin.bottom, margin.top]);
  const x = scaleLinear([0, Math.max(1, past.length + ahead.length - 1)], [margin.left, right]);
  const marks: Mark[] = [];
  for (const tick of axis.ticks) {
    marks.push({ kind: "path", d: `M${margin.left},${y(tick)}H${right}`, stroke: "line" });
    marks.push(label(margin.left - 8, y(tick) + 4, format(tick), "soft", "end"));
  }
  // The band opens where the line ends: what is known carries no doubt.
  const start = last ? [{ at: last.index, value: last.value, low: last.value, high: last.value }] : [];
  const course = [...start, ...ahead.map((point, index) => ({ at: past.length + index, ...point }))];
  if (ahead.length > 0) {
    const band = area<(typeof course)[number]>()
      .x(({ at }) => x(at))
      .y0((point) => y(point.low))
      .y1((point) => y(point.high))(course);
    const middle = line<(typeof course)[number]>()
      .x(({ at }) => x(at))
      .y(({ value }) => y(value))(course);
    if (band) marks.push({ kind: "path", d: band, fill: "accentWash" });
    if (middle) marks.push({ kind: "path", d: middle, stroke: "accent", width: 1.5, dash: [2, 4] });
  }
  const curve = line<ForecastChart["past"][number]>()
    .defined(({ value }) => value !== null)
    .x((_, index) => x(index))
    .y(({ value }) => y(value ?? 0))([...past]);
  if (curve) marks.push({ kind: "path", d: curve, stroke: "accent", width: 2 });
  marks.push({ kind: "path", d: `M${margin.left},${y(goal.value)}H${right}`, stroke: "soft", dash: [4, 4] });
  marks.push(label(right + 6, y(goal.value) + 4, goal.name, "soft", "start"));
  if (last) marks.push({ kind: "circle", x: x(last.index), y: y(last.value), r: 3.5, fill: "accent" });
  const shown = end
    ? { x: x(past.length + ahead.length - 1), y: y(end.value) }
    : last && { x: x(last.index), y: y(last.value) };
  if (shown) {
    const crowded = Math.abs(y(goal.value) - shown.y) < textSize;
    const below = shown.y > y(goal.value) ? textSize + 2 : -4;
    marks.push({ ...label(shown.x + 6, shown.y + (crowded ? below + 4 : 4), endLabel, "ink", "start"), bold: true });
  }
  const names = [...past, ...ahead].map(({ name }) => name);
  const today = Math.max(0, past.length - 1);
  const hasRoom = x(names.length - 1) - x(today) >= nameRoom && x(today) - x(0) >= nameRoom;
  for (const index of new Set([0, ...(hasRoom ? [today] : []), names.length - 1])) {
    const anchor = index === 0 ? "start" : index === names.length - 1 ? "end" : "middle";
    marks.push(label(x(index), height - 6, names[index] ?? "", "soft", anchor));
  }
  return { width, height, label: chart.label, marks };
}

const label = (x: number, y: number, text: string, fill: "ink" | "soft", anchor: "start" | "middle" | "end") =>
  ({ kind: "text", x, y, text, size: textSize, fill, anchor }) as const;
