import { ImageOff } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { ShownFile } from "../../api/contract.ts";
import { t } from "../../language.ts";

const most = 4;

/** Up to four files side by side, with how many more there are. */
export function PreviewMedia({ media }: { readonly media: readonly ShownFile[] }) {
  const shown = media.slice(0, most);
  return (
    <div class={`preview-media preview-media-${shown.length}`}>
      {shown.map((asset, index) => (
        <div key={asset.id}>
          <PreviewFile asset={asset} />
          {index === most - 1 && media.length > most && <span>+{media.length - most}</span>}
        </div>
      ))}
    </div>
  );
}

interface SlidesProps {
  readonly media: readonly ShownFile[];
  /** Between which shapes the platform shows files, width by height. */
  readonly ratio: { readonly min: number; readonly max: number } | undefined;
}

/** The files one after another, each cut to the shape of the first; swiped or scrolled with the arrow keys. */
export function PreviewSlides({ media, ratio = { min: 1, max: 1 } }: SlidesProps) {
  const [first] = media;
  const own = first?.width && first.height ? first.width / first.height : 1;
  const shape = Math.min(ratio.max, Math.max(ratio.min, own));
  const label = t().compose.slides(media.length);
  return (
    <section class="preview-slides" aria-label={label} {...reachable(media.length)}>
      {media.map((asset, index) => (
        <div key={asset.id} style={{ aspectRatio: String(shape) }}>
          <PreviewFile asset={asset} />
          {media.length > 1 && (
            <span class="preview-place" aria-hidden="true">
              {index + 1}/{media.length}
            </span>
          )}
        </div>
      ))}
    </section>
  );
}

/** What scrolls must be reachable with the keyboard. */
const reachable = (count: number) => (count > 1 ? { tabIndex: 0 } : {});

interface StageProps {
  readonly asset: ShownFile | undefined;
  /** Words over the lower edge. */
  readonly children: ComponentChildren;
}

/** One file that fills an upright screen. */
export function PreviewStage({ asset, children }: StageProps) {
  return (
    <div class="preview-stage">
      {asset && <PreviewFile asset={asset} />}
      {children}
    </div>
  );
}

function PreviewFile({ asset }: { readonly asset: ShownFile }) {
  if (!asset.url) return <ImageOff size={20} aria-hidden="true" />;
  if (asset.kind === "image") return <img src={asset.url} alt={asset.altText ?? ""} />;
  return <video src={asset.url} muted playsInline preload="metadata" aria-label={asset.altText || t().compose.video} />;
}
