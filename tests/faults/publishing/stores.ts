import type { Channel, Channels } from "#core/channels/connected/index.ts";
import type { Pace } from "#core/channels/manifest.ts";
import type { Asset, Assets, Post, Posts } from "#core/content/index.ts";
import type { DomainEvent } from "#core/kernel/events.ts";
import type { ChannelPaces, Publication, Publications } from "#core/publishing/index.ts";
import { memoryLinks } from "#tests/support/memory-links.ts";
import { aWorkspace, emptyBucket, memoryChannels } from "#tests/support/memory-ports.ts";
import {
  memoryPaces,
  memoryPublishedPosts,
  publicationIndexes,
  versionedItems,
} from "#tests/support/memory-publications.ts";
import { paceWatch, type Worker } from "./pace-watch.ts";
import type { Simulation } from "./simulation.ts";

/** An index of the table shows a write up to this much later, ms. */
const indexLagMs = 900;

/**
 * The stores as DynamoDB is: a write is conditional and atomic, a read by key sees every write before it, and a read of
 * an index sees a write a little later.
 */
export function storesModel(simulation: Simulation, pace: Pace) {
  const publications = versionedItems<Publication>();
  const indexed = new Map<string, Publication>();
  const postItems = versionedItems<Post>();
  const assetItems = versionedItems<Asset>();
  const channelItems = new Map<string, Channel>();
  const events: DomainEvent[] = [];
  const links = memoryLinks();
  const paces = memoryPaces();
  links.set({ shorten: true });
  const watch = paceWatch(simulation.clock, pace, (channelId) =>
    paces.all().find((one) => one.channelId === channelId),
  );

  const seenByIndexes = (written: Publication): void =>
    simulation.after(simulation.chance(indexLagMs), () => {
      const shown = indexed.get(written.id);
      if (!shown || shown.version < written.version) indexed.set(written.id, written);
    });
  const stored = (wanted: string) => publications.all().find(({ id }) => id === wanted);
  const publicationsOf = (worker: Worker): Publications => ({
    get: publications.get,
    getMany: publications.getMany,
    create: (publication) => {
      const isNew = !stored(publication.id);
      const created = publications.create(publication);
      if (isNew) seenByIndexes(publication);
      return created;
    },
    save: (publication) => {
      const before = stored(publication.id);
      const saved = publications.save(publication);
      const after = stored(publication.id);
      if (before && after && after !== before) {
        seenByIndexes(after);
        watch.changed(worker, before, after);
      }
      return saved;
    },
    ...publicationIndexes(() => [...indexed.values()]),
  });
  const pacesOf = (worker: Worker): ChannelPaces => ({
    get: (workspaceId, channelId) => {
      watch.read(worker, channelId);
      return paces.get(workspaceId, channelId);
    },
    save: async (pace) => {
      const saved = await paces.save(pace);
      if (saved) watch.counted(worker, saved.channelId);
      return saved;
    },
  });
  const posts: Posts = { ...postItems, list: async () => postItems.all() };
  const assets: Assets = { ...assetItems, list: async () => assetItems.all() };
  return {
    watch,
    portsOf: (worker: Worker) => ({ publications: publicationsOf(worker), paces: pacesOf(worker) }),
    ports: {
      publishedPosts: memoryPublishedPosts(),
      posts,
      assets,
      channels: { ...memoryChannels(channelItems), ...unusedChannels },
      campaigns: { get: async () => null },
      linkSettings: links.linkSettings,
      shortLinks: links.shortLinks,
      wordBooks: links.wordBooks,
      objects: emptyBucket(),
      workspaces: { get: async () => aWorkspace() },
      events: { publish: async (list: readonly DomainEvent[]) => void events.push(...list) },
    },
    ...{ events, channelItems, postItems, assetItems },
    all: publications.all,
    /** When somebody must look next, as far as the wake index is concerned. */
    nextWake: (): number =>
      publications.all().reduce((next, { wakeAt = Infinity }) => Math.min(next, wakeAt), Infinity),
  };
}

/** What connecting channels needs, and publishing does not. */
const unusedChannels: Pick<Channels, "findByRemoteId" | "connect" | "setSlots" | "remove"> = {
  findByRemoteId: async () => [],
  connect: async (channel) => channel,
  setSlots: async () => null,
  remove: async () => {},
};
