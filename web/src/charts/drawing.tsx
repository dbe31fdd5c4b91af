import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Ink, Mark, Scene } from "#core/reports/charts/scene.ts";

const inks: Readonly<Record<Ink, string>> = {
  paper: "var(--raised)",
  ink: "var(--ink)",
  soft: "var(--soft)",
  faint: "var(--faint)",
  line: "var(--line)",
  accent: "var(--cornflower)",
  accentWash: "var(--cornflower-wash)",
  wheat: "var(--wheat)",
  poppy: "var(--poppy)",
  leaf: "var(--leaf)",
};

/** A chart's scene in the colours of the theme. */
export function Drawing({ scene, decorative = false }: { readonly scene: Scene; readonly decorative?: boolean }) {
  const { width, height, label, marks } = scene;
  return (
    <svg
      class="drawing"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={decorative ? undefined : label}
      aria-hidden={decorative ? "true" : undefined}
    >
      {marks.map((mark) => (
        <MarkView key={JSON.stringify(mark)} mark={mark} />
      ))}
    </svg>
  );
}

function MarkView({ mark }: { readonly mark: Mark }) {
  if (mark.kind === "circle") return <circle cx={mark.x} cy={mark.y} r={mark.r} fill={inks[mark.fill]} />;
  if (mark.kind === "text") {
    return (
      <text
        x={mark.x}
        y={mark.y}
        font-size={mark.size}
        fill={inks[mark.fill]}
        text-anchor={mark.anchor}
        font-weight={mark.bold ? 600 : undefined}
      >
        {mark.text}
      </text>
    );
  }
  return (
    <path
      d={mark.d}
      fill={mark.fill ? inks[mark.fill] : "none"}
      stroke={mark.stroke && inks[mark.stroke]}
      stroke-width={mark.width ?? 1}
      stroke-dasharray={mark.dash?.join(" ")}
      stroke-linejoin="round"
      stroke-linecap="round"
    />
  );
}

/** A drawing as wide as its place, drawn anew when that changes, so that its letters keep their size. */
export function FittedDrawing({ draw }: { readonly draw: (width: number) => Scene }) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} class="drawing-place">
      {width > 0 && <Drawing scene={draw(width)} />}
    </div>
  );
}
