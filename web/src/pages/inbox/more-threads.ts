import { useEffect, useState } from "preact/hooks";
import type { ThreadPage, ThreadSummary } from "../../api/contract.ts";
import { listThreads } from "../../api/inbox.ts";
import { tellFailure } from "../../toasts.ts";
import { type InboxView, searchOf } from "./filters.ts";

/** The first page of threads, kept fresh, followed by the further pages that were asked for. */
export function useMoreThreads(
  view: InboxView,
  first: ThreadPage | undefined,
): { threads: readonly ThreadSummary[]; hasMore: boolean; loadMore: () => void } {
  const [pages, setPages] = useState<readonly ThreadPage[]>([]);
  useEffect(() => setPages([]), [searchOf(view)]);
  const all = first ? [first, ...pages] : [];
  const cursor = all.at(-1)?.cursor;
  const loadMore = async () => {
    const answer = await listThreads(view, cursor);
    if (answer.ok) setPages((known) => [...known, answer.value]);
    else tellFailure(answer.error);
  };
  const threads = new Map(
    all.toReversed().flatMap((page) => page.threads.map((thread) => [thread.id, thread] as const)),
  );
  const order = [...new Set(all.flatMap((page) => page.threads.map(({ id }) => id)))];
  return {
    threads: order.flatMap((id) => threads.get(id) ?? []),
    hasMore: cursor !== undefined,
    loadMore: () => void loadMore(),
  };
}
