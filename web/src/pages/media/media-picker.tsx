import { Check } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Asset } from "../../api/contract.ts";
import { listFolders } from "../../api/media.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { useLibrary } from "./library.ts";
import { type MediaFilter, MediaToolbar } from "./media-toolbar.tsx";
import { Tile } from "./tile.tsx";
import "./media.css";

interface MediaPickerProps {
  /** The types that the chosen channels take; all when none is chosen. */
  readonly accept: readonly string[];
  /** Files that are in the post already. */
  readonly taken: readonly string[];
  readonly onPick: (assets: readonly Asset[]) => void;
  readonly onClose: () => void;
}

/** Chooses files that the library has, in the order they are chosen. */
export function MediaPicker({ accept, taken, onPick, onClose }: MediaPickerProps) {
  const [filter, setFilter] = useState<MediaFilter>({});
  const [picked, setPicked] = useState<readonly Asset[]>([]);
  const library = useLibrary(filter);
  const folders = useResource("media-folders", listFolders).data?.folders ?? [];
  const texts = t().media;
  const fits = ({ id, contentType }: Asset) =>
    !taken.includes(id) && (accept.length === 0 || accept.includes(contentType));
  const toggle = (asset: Asset) =>
    setPicked((all) =>
      all.some(({ id }) => id === asset.id) ? all.filter(({ id }) => id !== asset.id) : [...all, asset],
    );
  const shown = library.assets.filter(fits);
  return (
    <Dialog title={texts.fromLibrary} onClose={onClose} className="asset-dialog">
      <MediaToolbar filter={filter} onFilter={setFilter} />
      {folders.length > 0 && (
        <div class="field picker-folder">
          <label for="picker-folder">{texts.folder}</label>
          <select
            id="picker-folder"
            class="input"
            value={filter.folder ?? ""}
            onChange={(event) => setFilter({ ...filter, folder: event.currentTarget.value || undefined })}
          >
            <option value="">{texts.allFiles}</option>
            {folders.map((folder) => (
              <option key={folder} value={folder}>
                {folder}
              </option>
            ))}
          </select>
        </div>
      )}
      <Shown of={library.first}>
        {() => (
          <>
            {shown.length === 0 && !library.hasMore && <Empty text={texts.nothingFits} />}
            <ul class="picker-grid">
              {shown.map((asset) => {
                const isPicked = picked.some(({ id }) => id === asset.id);
                return (
                  <li key={asset.id}>
                    <label class="picker-file">
                      <input type="checkbox" checked={isPicked} onChange={() => toggle(asset)} />
                      <span class="picker-tile">
                        <Tile asset={asset} />
                        {isPicked && <Check size={20} aria-hidden="true" />}
                      </span>
                      <span class="small clip">{asset.fileName}</span>
                    </label>
                  </li>
                );
              })}
            </ul>
            {library.hasMore && <Button onClick={library.loadMore}>{texts.more}</Button>}
          </>
        )}
      </Shown>
      <div class="dialog-foot">
        <Button
          kind="primary"
          disabled={picked.length === 0}
          onClick={() => {
            onPick(picked);
            onClose();
          }}
        >
          {texts.addPicked(picked.length)}
        </Button>
      </div>
    </Dialog>
  );
}
