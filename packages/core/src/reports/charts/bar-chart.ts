import { scaleLinear } from "d3-scale";
import type { Mark, Scene } from "./scene.ts";

export interface BarChart {
  readonly width: number;
  readonly label: string;
  /** One bar a row; `null` writes `missing` instead of a bar; a note stands behind the figure. The first row is drawn in the accent, the rest in grey. */
  readonly rows: readonly { readonly name: string; readonly value: number | null; readonly note?: string }[];
  readonly format: (value: number) => string;
  readonly missing: string;
  /** Logical pixels; larger where the drawing will be shrunk. */
  readonly textSize?: number;
}

/** Horizontal bars from zero, each with its name before and its figure behind. */
export function barChart(chart: BarChart): Scene {
  const { width, rows, format, textSize = 12 } = chart;
  const [rowHeight, barHeight] = [(textSize * 8) / 3, (textSize * 7) / 6];
  const figureOf = (value: number, note: string | undefined) => (note ? `${format(value)} (${note})` : format(value));
  const figures = rows.map(({ value, note }) => (value === null ? "" : figureOf(value, note)));
  const figureWidth = Math.max(textSize * 6, 8 + textSize * 0.62 * Math.max(0, ...figures.map(({ length }) => length)));
  const nameWidth = Math.max(
    (textSize * 28) / 3,
    Math.max(0, ...rows.map(({ name }) => name.length)) * textSize * 0.62,
  );
  const high = Math.max(0, ...rows.map(({ value }) => value ?? 0)) || 1;
  const x = scaleLinear([0, high], [0, width - nameWidth - figureWidth]);
  const marks = rows.flatMap(({ name, value, note }, index): Mark[] => {
    const middle = index * rowHeight + rowHeight / 2;
    const text = { kind: "text", size: textSize, y: middle + 4, anchor: "start" } as const;
    const named: Mark = { ...text, x: 0, text: name, fill: "ink" };
    if (value === null) return [named, { ...text, x: nameWidth, text: chart.missing, fill: "soft" }];
    const length = Math.max(1, x(value));
    return [
      named,
      {
        kind: "path",
        d: `M${nameWidth},${middle - barHeight / 2}h${length}v${barHeight}h${-length}Z`,
        fill: index === 0 ? "accent" : "faint",
      },
      { ...text, x: nameWidth + length + 8, text: figureOf(value, note), fill: "ink", bold: index === 0 },
    ];
  });
  return { width, height: rows.length * rowHeight, label: chart.label, marks };
}
