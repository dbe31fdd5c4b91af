import type { Manifest } from "#core/channels/manifest.ts";

interface MarkProps {
  readonly manifest: Pick<Manifest, "mark" | "markColour" | "name"> | undefined;
  readonly size?: number;
  /** Leaves the name to the text beside it. */
  readonly silent?: boolean;
}

/** A platform's small mark: the only place where its own colour is used. */
export function PlatformMark({ manifest, size = 18, silent = false }: MarkProps) {
  const name = silent ? undefined : manifest?.name;
  return (
    <svg
      class="mark"
      width={size}
      height={size}
      viewBox="0 0 18 18"
      role="img"
      aria-label={name}
      aria-hidden={name ? undefined : "true"}
    >
      <rect width="18" height="18" rx="4.5" fill={manifest?.markColour ?? "var(--faint)"} />
      <text
        x="9"
        y="12.9"
        text-anchor="middle"
        font-size={(manifest?.mark.length ?? 1) > 1 ? 8.5 : 11}
        font-weight="700"
        fill="var(--on-picture)"
      >
        {manifest?.mark}
      </text>
    </svg>
  );
}
