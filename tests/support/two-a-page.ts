import type { PolledEntry } from "#core/channels/reviews.ts";

/** A page of a list that a platform gives two at a time, what changed last first; `page` is where it begins. */
export function twoAPage(list: readonly PolledEntry[], page: string | undefined) {
  const from = Number(page ?? 0);
  const entries = list.slice(from, from + 2);
  return {
    entries,
    completeSince: Math.min(...entries.map(({ sortedAt }) => sortedAt)),
    next: from + 2 < list.length ? String(from + 2) : undefined,
  };
}
