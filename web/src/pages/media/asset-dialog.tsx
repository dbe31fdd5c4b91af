import { useState } from "preact/hooks";
import type { Asset } from "../../api/contract.ts";
import { changeAsset, usesOfAsset } from "../../api/media.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { AssetUses, waitsFor } from "./asset-uses.tsx";
import { factsOf } from "./tile.tsx";

interface AssetDialogProps {
  readonly asset: Asset;
  readonly folders: readonly string[];
  readonly onClose: () => void;
  readonly onRemove: () => void;
}

/** One file: seen large, described, renamed, moved; where it is used; and its removal while nothing waits to show it. */
export function AssetDialog({ asset, folders, onClose, onRemove }: AssetDialogProps) {
  const [draft, setDraft] = useState({
    fileName: asset.fileName,
    folder: asset.folder ?? "",
    altText: asset.altText,
  });
  const uses = useResource(`media-uses:${asset.id}`, () => usesOfAsset(asset.id));
  const texts = t().media;
  const save = async (event: Event) => {
    event.preventDefault();
    const { fileName, altText } = draft;
    const folder = draft.folder.trim() || null;
    const answer = await changeAsset(asset.id, { fileName, altText: altText.trim(), folder });
    if (!answer.ok) return tellFailure(answer.error);
    invalidate("media");
    tell(texts.saved);
    onClose();
  };
  const type = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  return (
    <Dialog title={asset.fileName} onClose={onClose} className="asset-dialog">
      {asset.kind === "image" ? (
        <img class="asset-large" src={asset.url} alt={asset.altText} />
      ) : (
        // What is said in the video is known to no one but its maker: the alternative text describes it.
        <video class="asset-large" src={asset.url} controls playsInline aria-label={asset.altText || asset.fileName}>
          <track kind="captions" />
        </video>
      )}
      <p class="aside small">{factsOf(asset)}</p>
      <form id="asset" class="stack" onSubmit={save}>
        <Field id="asset-alt" label={texts.altText} hint={texts.altWhy}>
          <textarea
            id="asset-alt"
            class="input"
            rows={3}
            maxLength={1000}
            aria-describedby="asset-alt-note"
            value={draft.altText}
            onInput={(event) => type({ altText: event.currentTarget.value })}
          />
        </Field>
        <div class="field-pair">
          <Field id="asset-name" label={texts.name}>
            <input
              id="asset-name"
              class="input"
              required
              maxLength={255}
              value={draft.fileName}
              onInput={(event) => type({ fileName: event.currentTarget.value })}
            />
          </Field>
          <Field id="asset-folder" label={texts.folder} hint={texts.folderHint}>
            <input
              id="asset-folder"
              class="input"
              list="asset-folders"
              maxLength={60}
              aria-describedby="asset-folder-note"
              value={draft.folder}
              onInput={(event) => type({ folder: event.currentTarget.value })}
            />
            <datalist id="asset-folders">
              {folders.map((folder) => (
                <option key={folder} value={folder} />
              ))}
            </datalist>
          </Field>
        </div>
      </form>
      <AssetUses uses={uses} />
      {mayI("write") && (
        <div class="dialog-foot">
          <Button kind="danger" disabled={uses.data === undefined || waitsFor(uses.data.posts)} onClick={onRemove}>
            {texts.remove}
          </Button>
          <Button kind="primary" type="submit" form="asset" disabled={draft.fileName.trim() === ""}>
            {t().common.save}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
