import type { Asset } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import type { Library } from "./library.ts";
import { MediaCard } from "./media-card.tsx";

interface MediaGridProps {
  readonly library: Library;
  /** Files that are being removed. */
  readonly hidden: ReadonlySet<string>;
  readonly isFiltered: boolean;
  readonly onOpen: (asset: Asset) => void;
  readonly onDescribed: (asset: Asset, altText: string) => void;
}

/** The files as cards, and the way to those behind them. */
export function MediaGrid({ library, hidden, isFiltered, onOpen, onDescribed }: MediaGridProps) {
  const texts = t().media;
  const shown = library.assets.filter(({ id }) => !hidden.has(id));
  return (
    <Shown of={library.first}>
      {() => (
        <>
          {shown.length === 0 && !library.hasMore && <Empty text={isFiltered ? texts.nothingFound : texts.empty} />}
          <ul class="media-grid">
            {shown.map((asset) => (
              <MediaCard
                key={`${asset.id}${asset.altText}`}
                asset={asset}
                onOpen={() => onOpen(asset)}
                onDescribed={(altText) => onDescribed(asset, altText)}
              />
            ))}
          </ul>
          {library.hasMore && (
            <div class="library-more">
              <Button onClick={library.loadMore}>{texts.more}</Button>
            </div>
          )}
        </>
      )}
    </Shown>
  );
}
