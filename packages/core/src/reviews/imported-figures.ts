import type { DirtyBuckets } from "../kernel/dirty-buckets.ts";

/** The channel and platform of reviews that came from a table: they are counted and listed as one more channel. */
export const importedChannel = "imported";

/**
 * Changes an imported review and has the days counted anew on which it stands or stood. The count is asked for before the
 * change, so that whoever dies right after it leaves no wrong figure, and once more after it, in case the change took
 * longer than a count waits.
 */
export async function countedAnew<Done>(
  { dirtyBuckets }: { readonly dirtyBuckets: DirtyBuckets },
  workspaceId: string,
  instants: readonly number[],
  change: () => Promise<Done>,
): Promise<Done> {
  const mark = async () => {
    for (const at of new Set(instants)) await dirtyBuckets.mark(workspaceId, importedChannel, at);
  };
  await mark();
  const done = await change();
  await mark();
  return done;
}
