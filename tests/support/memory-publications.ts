import { canonicalJson } from "#core/kernel/stamped.ts";
import { type Publication, type Publications, wakeShardOf } from "#core/publishing/index.ts";

/** Items with optimistic versions in memory; copies go in and come out, as from a table. */
export function versionedItems<T extends { id: string; workspaceId: string; version: number }>() {
  const items = new Map<string, string>();
  const keyOf = (workspaceId: string, id: string) => `${workspaceId}/${id}`;
  const read = (workspaceId: string, id: string): T | null => {
    const text = items.get(keyOf(workspaceId, id));
    return text === undefined ? null : JSON.parse(text);
  };
  const get = async (workspaceId: string, id: string): Promise<T | null> => read(workspaceId, id);
  return {
    get,
    getMany: async (workspaceId: string, ids: readonly string[]): Promise<readonly T[]> =>
      (await Promise.all([...new Set(ids)].map((id) => get(workspaceId, id)))).flatMap((item) => item ?? []),
    create: async (item: T): Promise<boolean> => {
      const key = keyOf(item.workspaceId, item.id);
      if (items.has(key)) return false;
      items.set(key, JSON.stringify(item));
      return true;
    },
    save: async (item: T): Promise<T | null> => {
      const stored = read(item.workspaceId, item.id);
      const next = { ...item, version: item.version + 1 };
      if (stored?.version !== item.version) return canonicalJson(stored) === canonicalJson(next) ? next : null;
      items.set(keyOf(item.workspaceId, item.id), JSON.stringify(next));
      return next;
    },
    all: (): readonly T[] => [...items.values()].map((text) => JSON.parse(text)),
  };
}

/** Publications in memory, for runs by the thousand; the contract that holds the repository holds it too. */
export function memoryPublications(): Publications & { all(): readonly Publication[] } {
  const items = versionedItems<Publication>();
  const before = (a: { at: number; id: string }, b: { at: number; id: string }) =>
    a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return {
    ...items,
    list: async (workspaceId, { from, to, channelIds, states, limit, after }) =>
      items
        .all()
        .filter((item) => item.workspaceId === workspaceId && item.dueAt >= from && item.dueAt < to)
        .filter((item) => !channelIds?.length || channelIds.includes(item.channelId))
        .filter((item) => !states?.length || states.includes(item.state))
        .filter((item) => !after || before({ at: item.dueAt, id: item.id }, after) > 0)
        .sort((a, b) => before({ at: a.dueAt, id: a.id }, { at: b.dueAt, id: b.id }))
        .slice(0, limit),
    waiting: async (shard, until) => ({
      items: items
        .all()
        .filter(({ id, wakeAt }) => wakeAt !== undefined && wakeAt <= until && wakeShardOf(id) === shard)
        .sort((a, b) => (a.wakeAt ?? 0) - (b.wakeAt ?? 0)),
    }),
  };
}
