import { Film } from "lucide-preact";
import type { Asset } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { bytesOf, lengthOf } from "../../wording.ts";

/**
 * A file's small picture, fetched when it comes into sight, or the file itself where there is none; of a video its first
 * frame and its length.
 */
export function Tile({ asset }: { readonly asset: Asset }) {
  return (
    <span class="tile">
      {asset.thumbnailUrl || asset.kind === "image" ? (
        <img src={asset.thumbnailUrl ?? asset.url} alt="" loading="lazy" decoding="async" />
      ) : (
        <>
          <Film size={32} aria-hidden="true" />
          <video src={asset.url} muted playsInline preload="metadata" aria-hidden="true" tabIndex={-1} />
        </>
      )}
      {asset.durationMs !== undefined && <span class="tile-mark">{lengthOf(asset.durationMs)}</span>}
      {asset.animated && <span class="tile-mark">GIF</span>}
    </span>
  );
}

/** A file's figures: 1200 × 900 · 2.4 MB. */
export function factsOf({ width, height, bytes, animated }: Asset): string {
  const size = width && height ? [`${width} × ${height}`] : [];
  return [...size, bytesOf(bytes), ...(animated ? [t().media.animated] : [])].join(" · ");
}
