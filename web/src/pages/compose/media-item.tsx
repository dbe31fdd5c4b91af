import { ImageOff, X } from "lucide-preact";
import { useId } from "preact/hooks";
import type { Asset } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { IconButton } from "../../ui/button.tsx";
import { bytesOf } from "../../wording.ts";

interface MediaItemProps {
  readonly asset: Asset;
  readonly altHint: string;
  readonly onDescribe: (asset: Asset, altText: string) => void;
  /** The writer has left the field. */
  readonly onDescribed: (asset: Asset) => void;
  readonly onRemove: (asset: Asset) => void;
}

/** One picture with its description. */
export function MediaItem({ asset, altHint, onDescribe, onDescribed, onRemove }: MediaItemProps) {
  const texts = t().compose;
  const id = useId();
  const size = asset.width && asset.height ? `${asset.width} × ${asset.height}, ` : "";
  return (
    <li class="media-item">
      {asset.state === "removed" ? (
        <span class="media-gone">
          <ImageOff size={20} aria-hidden="true" />
        </span>
      ) : asset.thumbnailUrl || asset.kind === "image" ? (
        <img src={asset.thumbnailUrl ?? asset.url} alt="" width="72" height="72" />
      ) : (
        <video src={asset.url} muted playsInline preload="metadata" width="72" height="72" aria-label={texts.video} />
      )}
      <div class="field media-alt">
        <label for={id} class="small">
          {texts.altText} <span class="aside">· {altHint}</span>
        </label>
        <input
          id={id}
          class="input"
          value={asset.altText ?? ""}
          maxLength={1000}
          onInput={(event) => onDescribe(asset, event.currentTarget.value)}
          onChange={(event) => onDescribed({ ...asset, altText: event.currentTarget.value })}
        />
        {asset.state === "removed" ? (
          <p class="field-problem">{texts.mediaGone(asset.fileName)}</p>
        ) : (
          <p class="field-hint">
            {size}
            {bytesOf(asset.bytes)}
          </p>
        )}
      </div>
      <IconButton icon={X} label={texts.removeMedia(asset.altText || asset.fileName)} onClick={() => onRemove(asset)} />
    </li>
  );
}
