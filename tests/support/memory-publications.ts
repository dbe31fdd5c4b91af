import { canonicalJson } from "#core/kernel/stamped.ts";
import {
  type ChannelPace,
  type ChannelPaces,
  type Publication,
  type Publications,
  type PublishedPost,
  type PublishedPosts,
  wakeShardOf,
} from "#core/publishing/index.ts";

/** Items with optimistic versions in memory; what goes in is copied and frozen, so that nobody changes what is stored. */
export function versionedItems<T extends { id: string; workspaceId: string; version: number }>() {
  const items = new Map<string, T>();
  const keyOf = (workspaceId: string, id: string) => `${workspaceId}/${id}`;
  const read = (workspaceId: string, id: string): T | null => items.get(keyOf(workspaceId, id)) ?? null;
  const write = (item: T): void => {
    items.set(keyOf(item.workspaceId, item.id), frozen(JSON.parse(JSON.stringify(item))));
  };
  return {
    get: async (workspaceId: string, id: string): Promise<T | null> => read(workspaceId, id),
    getMany: async (workspaceId: string, ids: readonly string[]): Promise<readonly T[]> =>
      [...new Set(ids)].flatMap((id) => read(workspaceId, id) ?? []),
    create: async (item: T): Promise<boolean> => {
      if (read(item.workspaceId, item.id)) return false;
      write(item);
      return true;
    },
    save: async (item: T): Promise<T | null> => {
      const stored = read(item.workspaceId, item.id);
      const next = { ...item, version: item.version + 1 };
      if (stored?.version !== item.version) return canonicalJson(stored) === canonicalJson(next) ? next : null;
      write(next);
      return next;
    },
    all: (): readonly T[] => [...items.values()],
  };
}

function frozen<T>(value: T): T {
  if (value !== null && typeof value === "object") {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}

/** Publications in memory, for runs by the thousand; the contract that holds the repository holds it too. */
export function memoryPublications(): Publications & { all(): readonly Publication[] } {
  const items = versionedItems<Publication>();
  return { ...items, ...publicationIndexes(items.all) };
}

/** The calendar and the wake index over whatever publications they are given to see. */
export function publicationIndexes(all: () => readonly Publication[]): Pick<Publications, "list" | "waiting"> {
  return {
    list: async (workspaceId, { from, to, channelIds, states, campaignId, authorId, topic, label, limit, after }) =>
      all()
        .filter((item) => item.workspaceId === workspaceId && item.dueAt >= from && item.dueAt < to)
        .filter((item) => !channelIds?.length || channelIds.includes(item.channelId))
        .filter((item) => !states?.length || states.includes(item.state))
        .filter((item) => campaignId === undefined || item.campaignId === campaignId)
        .filter((item) => authorId === undefined || item.authorId === authorId)
        .filter((item) => topic === undefined || item.topic === topic)
        .filter((item) => label === undefined || item.labels.includes(label))
        .filter((item) => !after || before({ at: item.dueAt, id: item.id }, after) > 0)
        .sort((a, b) => before({ at: a.dueAt, id: a.id }, { at: b.dueAt, id: b.id }))
        .slice(0, limit),
    waiting: async (shard, until) => ({
      items: all()
        .filter((item) => item.wakeAt !== undefined && item.wakeAt <= until && wakeShardOf(item) === shard)
        .sort((a, b) => before({ at: a.wakeAt ?? 0, id: a.id }, { at: b.wakeAt ?? 0, id: b.id })),
    }),
  };
}

const before = (a: { at: number; id: string }, b: { at: number; id: string }) =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** How busy channels are, in memory. */
export function memoryPaces(): ChannelPaces & { all(): readonly ChannelPace[] } {
  const items = versionedItems<ChannelPace & { id: string }>();
  return {
    get: async (workspaceId, channelId) => {
      const found = await items.get(workspaceId, channelId);
      return found && paceIn(found);
    },
    save: async (pace) => {
      const item = { ...pace, id: pace.channelId };
      if (await items.create({ ...item, version: item.version + 1 })) return { ...pace, version: pace.version + 1 };
      const saved = await items.save(item);
      return saved && paceIn(saved);
    },
    all: () => items.all().map(paceIn),
  };
}

const paceIn = ({ id: _id, ...pace }: ChannelPace & { id: string }): ChannelPace => pace;

/** Which publication a platform's post is, in memory. */
export function memoryPublishedPosts(): PublishedPosts {
  const items = new Map<string, PublishedPost>();
  const keyOf = (channelId: string, remoteId: string) => `${channelId}/${remoteId}`;
  return {
    put: async (post) => void items.set(keyOf(post.channelId, post.remoteId), post),
    claim: async (post, insteadOf) => {
      const key = keyOf(post.channelId, post.remoteId);
      const holder = (items.get(key) ?? post).publicationId;
      if (holder !== post.publicationId && holder !== insteadOf) return false;
      items.set(key, post);
      return true;
    },
    find: async (_workspaceId, channelId, remoteId) => items.get(keyOf(channelId, remoteId)) ?? null,
  };
}
