import { useEffect, useState } from "preact/hooks";
import type { MediaQuery } from "../../api/media.ts";
import { t } from "../../language.ts";
import { Segments } from "../../ui/segments.tsx";

export type MediaFilter = MediaQuery;

interface MediaToolbarProps {
  readonly filter: MediaFilter;
  readonly onFilter: (filter: MediaFilter) => void;
}

const TYPED_MS = 300;

/** Search by words, and by kind; the search begins when the typing pauses. */
export function MediaToolbar({ filter, onFilter }: MediaToolbarProps) {
  const [typed, setTyped] = useState(filter.q ?? "");
  const texts = t().media;
  useEffect(() => {
    if (typed.trim() === (filter.q ?? "")) return;
    const timer = setTimeout(() => onFilter({ ...filter, q: typed.trim() || undefined }), TYPED_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <search class="row row-wrap library-toolbar">
      <label class="hidden-visually" for="media-search">
        {texts.search}
      </label>
      <input
        id="media-search"
        class="input"
        type="search"
        placeholder={texts.search}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <Segments
        label={texts.kindLabel}
        options={[
          { value: "all", text: texts.kind.all },
          { value: "image", text: texts.kind.image },
          { value: "video", text: texts.kind.video },
        ]}
        value={filter.kind ?? "all"}
        onChange={(kind) => onFilter({ ...filter, kind: kind === "all" ? undefined : kind })}
      />
    </search>
  );
}
