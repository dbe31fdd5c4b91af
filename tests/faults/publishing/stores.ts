import type { Channel, Channels } from "#core/channels/connected/index.ts";
import type { Asset, Assets, Post, Posts } from "#core/content/index.ts";
import type { DomainEvent } from "#core/kernel/events.ts";
import type { Publication, Publications } from "#core/publishing/index.ts";
import { memoryLinks } from "#tests/support/memory-links.ts";
import { aWorkspace, emptyBucket, memoryChannels } from "#tests/support/memory-ports.ts";
import { memoryPaces, publicationIndexes, versionedItems } from "#tests/support/memory-publications.ts";
import type { Simulation } from "./simulation.ts";

/** An index of the table shows a write up to this much later, ms. */
const indexLagMs = 900;

/**
 * The stores as DynamoDB is: a write is conditional and atomic, a read by key sees every write before it, and a read of
 * an index sees a write a little later.
 */
export function storesModel(simulation: Simulation) {
  const publications = versionedItems<Publication>();
  const indexed = new Map<string, Publication>();
  const postItems = versionedItems<Post>();
  const assetItems = versionedItems<Asset>();
  const channelItems = new Map<string, Channel>();
  const events: DomainEvent[] = [];
  const links = memoryLinks();
  const paces = memoryPaces();
  links.set({ shorten: true });

  const seenByIndexes = (written: Publication): void =>
    simulation.after(simulation.chance(indexLagMs), () => {
      const shown = indexed.get(written.id);
      if (!shown || shown.version < written.version) indexed.set(written.id, written);
    });
  const store: Publications = {
    get: publications.get,
    getMany: publications.getMany,
    create: (publication) => {
      const created = publications.create(publication);
      seenByIndexes(publication);
      return created;
    },
    save: (publication) => {
      const saved = publications.save(publication);
      void saved.then((written) => written && seenByIndexes(written));
      return saved;
    },
    ...publicationIndexes(() => [...indexed.values()]),
  };
  const posts: Posts = { ...postItems, list: async () => postItems.all() };
  const assets: Assets = { ...assetItems, list: async () => assetItems.all() };
  return {
    ports: {
      publications: store,
      paces,
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
