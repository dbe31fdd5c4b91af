import { ArrowUp, X } from "lucide-preact";
import type { Format } from "#core/channels/manifest.ts";
import { textLength } from "#core/channels/text-length.ts";
import type { Asset, Channel } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { tell } from "../../toasts.ts";
import { IconButton } from "../../ui/button.tsx";
import { describing } from "./describing.ts";
import type { Draft } from "./draft.ts";
import { acceptedBy } from "./formats.ts";
import { MediaEditor } from "./media-editor.tsx";
import { Counter } from "./text-editor.tsx";
import type { ThreadPart } from "./thread.ts";
import { useUploads } from "./uploads.tsx";

interface ThreadPartEditorProps {
  readonly id: string;
  /** Its place in the thread; the post itself is the first part. */
  readonly number: number;
  readonly part: ThreadPart;
  readonly assets: readonly Asset[];
  /** The channels that print this part, each with its text as it goes out there. */
  readonly channels: readonly { readonly channel: Channel; readonly format: Format; readonly text: string }[];
  readonly change: (how: (old: Draft) => Draft) => void;
  readonly onPart: (how: (old: ThreadPart) => ThreadPart) => void;
  readonly onAsset: (asset: Asset) => void;
  readonly onEarlier: (() => void) | undefined;
  readonly onRemove: () => void;
}

/** One part of a thread: its words with each channel's counter, and its files. */
export function ThreadPartEditor(props: ThreadPartEditorProps) {
  const { id, number, part, assets, channels, change, onPart, onAsset, onEarlier, onRemove } = props;
  const texts = t().compose;
  const uploads = useUploads(onAsset);
  const takesFiles = channels
    .filter(({ format }) => format.thread !== false && format.thread.media)
    .map(({ format }) => format);
  const removeFile = (asset: Asset) => {
    onPart((old) => ({ ...old, mediaIds: old.mediaIds.filter((one) => one !== asset.id) }));
    tell(texts.removedMedia, () => onAsset(asset));
  };
  return (
    <li class="thread-part">
      <div class="row">
        <label for={id} class="small">
          {t().post.threadPart(number)}
        </label>
        <span class="push row">
          {onEarlier && <IconButton icon={ArrowUp} label={texts.partEarlier(number)} onClick={onEarlier} />}
          <IconButton icon={X} label={texts.removePart(number)} onClick={onRemove} />
        </span>
      </div>
      <textarea
        id={id}
        class="input thread-text"
        rows={2}
        value={part.text}
        onInput={(event) => {
          const text = event.currentTarget.value;
          onPart((old) => ({ ...old, text }));
        }}
      />
      <div class="counters">
        {channels.map(({ channel, format: { thread }, text }) =>
          thread ? (
            <Counter
              key={channel.id}
              channel={channel}
              max={thread.text.max}
              used={textLength(thread.text.unit, text)}
            />
          ) : null,
        )}
      </div>
      {(takesFiles.length > 0 || assets.length > 0) && (
        <MediaEditor
          assets={assets}
          accept={acceptedBy(takesFiles)}
          altHint={takesFiles.some(({ media }) => media.altText) ? texts.altHint : texts.altNotKept}
          uploads={uploads}
          onFiles={uploads.send}
          onPick={(picked) => picked.forEach(onAsset)}
          onRemove={removeFile}
          {...describing(change)}
        />
      )}
    </li>
  );
}
