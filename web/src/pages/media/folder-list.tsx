import { FolderPlus, Trash2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { addFolder, removeFolder } from "../../api/media.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button, IconButton } from "../../ui/button.tsx";

interface FolderListProps {
  readonly folders: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (folder: string | undefined) => void;
}

/** The brand folders: one is chosen, new ones are made here, empty ones go. */
export function FolderList({ folders, chosen, onChoose }: FolderListProps) {
  const [naming, setNaming] = useState<string | undefined>();
  const texts = t().media;
  const make = async (name: string) => {
    const answer = await addFolder(name);
    if (!answer.ok) return tellFailure(answer.error);
    setNaming(undefined);
    invalidate("media-folders");
    onChoose(name);
  };
  const remove = async (name: string) => {
    const answer = await removeFolder(name);
    if (!answer.ok) return tellFailure(answer.error);
    invalidate("media-folders");
    onChoose(undefined);
    tell(texts.folderRemoved(name), () => void addFolder(name).then(() => invalidate("media-folders")));
  };
  return (
    <nav class="folders" aria-label={texts.folders}>
      <ul>
        {[undefined, ...folders].map((folder) => (
          <li key={folder ?? ""} class="row">
            <button
              type="button"
              class="folder clip"
              aria-current={folder === chosen ? "true" : undefined}
              onClick={() => onChoose(folder)}
            >
              {folder ?? texts.allFiles}
            </button>
            {folder !== undefined && folder === chosen && mayI("write") && (
              <IconButton icon={Trash2} label={texts.removeFolder(folder)} onClick={() => void remove(folder)} />
            )}
          </li>
        ))}
      </ul>
      {mayI("write") &&
        (naming === undefined ? (
          <Button kind="quiet" icon={FolderPlus} onClick={() => setNaming("")}>
            {texts.newFolder}
          </Button>
        ) : (
          <form
            class="row"
            onSubmit={(event) => {
              event.preventDefault();
              if (naming.trim()) void make(naming.trim());
            }}
          >
            <label class="hidden-visually" for="folder-name">
              {texts.folderName}
            </label>
            <input
              id="folder-name"
              class="input"
              maxLength={60}
              placeholder={texts.folderName}
              value={naming}
              ref={(input) => input?.focus()}
              onInput={(event) => setNaming(event.currentTarget.value)}
              onKeyDown={(event) => event.key === "Escape" && setNaming(undefined)}
            />
            <Button type="submit" disabled={naming.trim() === ""}>
              {t().common.save}
            </Button>
          </form>
        ))}
    </nav>
  );
}
