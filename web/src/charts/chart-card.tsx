import type { ComponentChildren } from "preact";
import type { Scene } from "#core/reports/charts/scene.ts";
import { FittedDrawing } from "./drawing.tsx";
import "./charts.css";

interface ChartCardProps {
  /** Says the finding. */
  readonly title: string;
  /** Nothing is drawn where there is nothing to draw yet. */
  readonly draw: ((width: number) => Scene) | undefined;
  /** It stands in a card already. */
  readonly flat?: boolean;
  /** What stands below the drawing. */
  readonly children?: ComponentChildren;
}

/** A chart under the finding that it shows. */
export function ChartCard({ title, draw, flat = false, children }: ChartCardProps) {
  return (
    <figure class={flat ? "chart-card" : "card chart-card"}>
      <figcaption>{title}</figcaption>
      {draw && <FittedDrawing draw={draw} />}
      {children}
    </figure>
  );
}

/** Narrower than this, px, a line has no room for the name of its middle. */
const NARROW = 360;

/** Whether a point of a line is named where there is little room: the first, the last and, if it can be, the middle one. */
export const isNamed = (index: number, count: number, width: number): boolean =>
  index === 0 || index === count - 1 || (width >= NARROW && index === Math.round((count - 1) / 2));
