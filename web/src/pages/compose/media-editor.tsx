import { ImagePlus, Images } from "lucide-preact";
import { useRef, useState } from "preact/hooks";
import type { Asset } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { MediaPicker } from "../media/media-picker.tsx";
import { MediaItem } from "./media-item.tsx";
import { UploadRows, type Uploads } from "./uploads.tsx";

interface MediaEditorProps {
  readonly assets: readonly Asset[];
  readonly accept: readonly string[];
  /** Whom a description helps, or that it is not kept. */
  readonly altHint: string;
  readonly uploads: Uploads;
  readonly onFiles: (files: readonly File[]) => void;
  /** Files that the library has already. */
  readonly onPick: (assets: readonly Asset[]) => void;
  readonly onDescribe: (asset: Asset, altText: string) => void;
  readonly onDescribed: (asset: Asset) => void;
  readonly onRemove: (asset: Asset) => void;
}

/** The pictures of a post: chosen, dropped or pasted, each with a description for those who do not see it. */
export function MediaEditor({ assets, accept, uploads, onFiles, onPick, ...acts }: MediaEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [picking, setPicking] = useState(false);
  const texts = t().compose;
  const take = (list: FileList | null | undefined) => list && list.length > 0 && onFiles([...list]);
  return (
    <section
      class={`media ${over ? "media-over" : ""}`}
      aria-label={texts.media}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      {assets.length > 0 && (
        <ul class="media-list">
          {assets.map((asset) => (
            <MediaItem key={asset.id} asset={asset} {...acts} />
          ))}
        </ul>
      )}
      <UploadRows uploads={uploads} />
      <div class="row row-wrap">
        <Button icon={ImagePlus} onClick={() => input.current?.click()}>
          {texts.addMedia}
        </Button>
        <Button icon={Images} onClick={() => setPicking(true)}>
          {t().media.fromLibrary}
        </Button>
        <span class="aside small media-hint">{texts.dropHere}</span>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label={texts.addMedia}
          accept={accept.join(",")}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
      </div>
      {picking && (
        <MediaPicker
          accept={accept}
          taken={assets.map(({ id }) => id)}
          onPick={onPick}
          onClose={() => setPicking(false)}
        />
      )}
    </section>
  );
}
