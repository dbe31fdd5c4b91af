import type { Mark, Scene } from "./scene.ts";
import { sparkline } from "./sparkline.ts";

export interface TrendChart {
  readonly width: number;
  readonly label: string;
  readonly textSize?: number;
  /** One line a row, with what it was first and is last; `null` leaves a gap. */
  readonly rows: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly first: string;
    readonly last: string;
  }[];
}

/** Small lines one under another, each with its name before, its first and its last value: many figures at a glance. */
export function trendChart({ width, label, rows, textSize = 12 }: TrendChart): Scene {
  const rowHeight = textSize * 3;
  const letter = textSize * 0.62;
  const widest = (pick: (row: TrendChart["rows"][number]) => string) =>
    Math.max(...rows.map((row) => pick(row).length)) * letter;
  const nameWidth = Math.min(
    widest(({ name }) => name),
    width * 0.36,
  );
  const [firstWidth, lastWidth] = [widest(({ first }) => first), widest(({ last }) => last)];
  const gap = textSize;
  const from = nameWidth + firstWidth + 2 * gap;
  const marks = rows.flatMap(({ name, values, first, last }, index): Mark[] => {
    const top = index * rowHeight;
    const line = sparkline({ width: width - from - lastWidth - gap, height: rowHeight, label: "", values });
    const text = { kind: "text", size: textSize, y: top + rowHeight / 2 + textSize * 0.35 } as const;
    const rule: Mark = { kind: "path", d: `M0,${top}H${width}`, stroke: "line" };
    return [
      ...(index > 0 ? [rule] : []),
      { ...text, x: 0, text: name, fill: "ink", anchor: "start" },
      { ...text, x: from - gap, text: first, fill: "soft", anchor: "end" },
      ...line.marks.map((mark) => moved(mark, from, top)),
      { ...text, x: width, text: last, fill: "ink", anchor: "end", bold: true },
    ];
  });
  return { width, height: rows.length * rowHeight, label, marks };
}

function moved(mark: Mark, x: number, y: number): Mark {
  if (mark.kind !== "path") return { ...mark, x: mark.x + x, y: mark.y + y };
  return { ...mark, d: mark.d.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, px, py) => `${Number(px) + x},${Number(py) + y}`) };
}
