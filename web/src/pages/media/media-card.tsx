import type { Asset } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { mayI } from "../../session-state.ts";
import { factsOf, Tile } from "./tile.tsx";

interface MediaCardProps {
  readonly asset: Asset;
  readonly onOpen: () => void;
  readonly onDescribed: (altText: string) => void;
}

/** One file of the library, with its alternative text to be written in its place. */
export function MediaCard({ asset, onOpen, onDescribed }: MediaCardProps) {
  const texts = t().media;
  const isMissing = asset.altText === "";
  const id = `alt-${asset.id}`;
  return (
    <li class="media-card">
      <button type="button" class="media-open" onClick={onOpen} aria-label={texts.open(asset.fileName)}>
        <Tile asset={asset} />
      </button>
      <p class="media-name clip" title={asset.fileName}>
        {asset.fileName}
      </p>
      <p class="aside small">{factsOf(asset)}</p>
      {isMissing && <span class="pill pill-wheat">{texts.altMissing}</span>}
      <label for={id} class="hidden-visually">
        {texts.altText}: {asset.fileName}
      </label>
      <textarea
        id={id}
        class="input media-alt-input"
        rows={2}
        maxLength={1000}
        placeholder={texts.altHint}
        disabled={!mayI("write")}
        defaultValue={asset.altText}
        onChange={(event) => onDescribed(event.currentTarget.value.trim())}
      />
    </li>
  );
}
