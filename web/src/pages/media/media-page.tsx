import { Upload } from "lucide-preact";
import { useRef, useState } from "preact/hooks";
import { useLocation, useSearch } from "wouter-preact";
import { mediaTypes } from "#core/content/asset.ts";
import type { Asset } from "../../api/contract.ts";
import { changeAsset, listFolders, removeAsset } from "../../api/media.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { afterGrace, tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { UploadRows, useUploads } from "../compose/uploads.tsx";
import { AssetDialog } from "./asset-dialog.tsx";
import { useDropped } from "./dropped.ts";
import { FolderList } from "./folder-list.tsx";
import { useLibrary } from "./library.ts";
import { MediaGrid } from "./media-grid.tsx";
import { type MediaFilter, MediaToolbar } from "./media-toolbar.tsx";
import "./media.css";

const accepted = Object.keys(mediaTypes).join(",");

/** The media library: files by folder, found by their words, sent by choosing, dropping or pasting. */
export function MediaPage() {
  const [filter, setFilter] = useFilter();
  const [open, setOpen] = useState<Asset | undefined>();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const library = useLibrary(filter);
  const folders = useResource("media-folders", listFolders).data?.folders ?? [];
  const input = useRef<HTMLInputElement>(null);
  const texts = t().media;
  const uploads = useUploads(() => invalidate("media"), filter.folder);
  const over = useDropped(mayI("write") ? uploads.send : undefined);

  const describe = async (asset: Asset, altText: string) => {
    if (altText === asset.altText) return;
    const answer = await changeAsset(asset.id, { altText });
    if (!answer.ok) return tellFailure(answer.error);
    invalidate("media");
    tell(texts.saved, () => void changeAsset(asset.id, { altText: asset.altText }).then(() => invalidate("media")));
  };
  const remove = (asset: Asset) => {
    const show = () => setHidden((all) => new Set([...all].filter((id) => id !== asset.id)));
    setOpen(undefined);
    setHidden((all) => new Set([...all, asset.id]));
    const commit = async (leaving: boolean) => {
      const answer = await removeAsset(asset.id, leaving);
      invalidate("media");
      if (answer.ok) return;
      show();
      tellFailure(answer.error);
    };
    afterGrace(texts.removed(asset.fileName), (leaving) => void commit(leaving), show);
  };

  return (
    <Page
      title={t().shell.pages.media}
      lead={texts.lead}
      width="wide"
      actions={
        mayI("write") && (
          <>
            <Button kind="primary" icon={Upload} onClick={() => input.current?.click()}>
              {texts.add}
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              multiple
              aria-label={texts.add}
              accept={accepted}
              onChange={(event) => {
                uploads.send([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = "";
              }}
            />
          </>
        )
      }
    >
      <div class={`library ${over ? "media-over" : ""}`}>
        <FolderList folders={folders} chosen={filter.folder} onChoose={(folder) => setFilter({ ...filter, folder })} />
        <div class="library-files">
          <MediaToolbar filter={filter} onFilter={setFilter} />
          <div class="library-uploads" aria-live="polite">
            <UploadRows uploads={uploads} />
          </div>
          <MediaGrid
            library={library}
            hidden={hidden}
            isFiltered={Boolean(filter.q || filter.kind || filter.folder)}
            onOpen={setOpen}
            onDescribed={(asset, altText) => void describe(asset, altText)}
          />
        </div>
      </div>
      {open && (
        <AssetDialog asset={open} folders={folders} onClose={() => setOpen(undefined)} onRemove={() => remove(open)} />
      )}
    </Page>
  );
}

/** The filter as it stands in the address. */
function useFilter(): [MediaFilter, (filter: MediaFilter) => void] {
  const asked = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const kind = asked.get("kind");
  const filter: MediaFilter = {
    folder: asked.get("folder") ?? undefined,
    q: asked.get("q") ?? undefined,
    kind: kind === "image" || kind === "video" ? kind : undefined,
  };
  const set = (next: MediaFilter) => {
    const query = new URLSearchParams(
      Object.entries(next).filter((pair): pair is [string, string] => Boolean(pair[1])),
    );
    go(query.size > 0 ? `/media?${query}` : "/media", { replace: true });
  };
  return [filter, set];
}
