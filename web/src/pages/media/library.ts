import { useEffect, useState } from "preact/hooks";
import type { Asset } from "../../api/contract.ts";
import { listMedia, type MediaQuery } from "../../api/media.ts";
import { type Loaded, useResource } from "../../resource.ts";
import { tellFailure } from "../../toasts.ts";

type Page = { assets: Asset[]; cursor?: string | undefined };

export interface Library {
  readonly first: Loaded<Page> & { reload: () => void };
  readonly assets: readonly Asset[];
  /** Whether there are files that were not looked at yet. */
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}

/** The files of a query: the first page from memory and kept fresh, then the pages that were asked for. */
export function useLibrary(query: MediaQuery): Library {
  const key = `media:${JSON.stringify([query.folder, query.q, query.kind])}`;
  const first = useResource<Page>(key, () => listMedia(query));
  const [further, setFurther] = useState<readonly Page[]>([]);
  useEffect(() => setFurther([]), [key, first.data]);
  const pages = first.data ? [first.data, ...further] : [];
  const cursor = pages.at(-1)?.cursor;
  const loadMore = async () => {
    const answer = await listMedia(query, cursor);
    if (answer.ok) setFurther((known) => [...known, answer.value]);
    else tellFailure(answer.error);
  };
  return {
    first,
    assets: pages.flatMap((page) => page.assets),
    hasMore: cursor !== undefined,
    loadMore: () => void loadMore(),
  };
}
