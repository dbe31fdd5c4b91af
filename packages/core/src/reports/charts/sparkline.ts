import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { Scene } from "./scene.ts";

/** A line without words; `values` in order of time, `null` leaves a gap. */
export function sparkline(options: {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly values: readonly (number | null)[];
}): Scene {
  const { width, height, label, values } = options;
  const known = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  const low = Math.min(...known.map(({ value }) => value));
  const high = Math.max(...known.map(({ value }) => value));
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [2, width - 4]);
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [height - 4, 4]);
  const d = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))([...values]);
  const last = known.at(-1);
  if (!d || !last) return { width, height, label, marks: [] };
  return {
    width,
    height,
    label,
    marks: [
      { kind: "path", d, stroke: "accent", width: 1.5 },
      { kind: "circle", x: x(last.index), y: y(last.value), r: 2.5, fill: "accent" },
    ],
  };
}
