import type { Campaign } from "#core/campaigns/index.ts";
import type { Channel, Channels } from "#core/channels/connected/index.ts";
import type { ChannelCall } from "#core/channels/connector.ts";
import { type Asset, type Assets, mediaIdsOf, type Post, type Posts } from "#core/content/index.ts";
import type { MemberActor, Role } from "#core/kernel/actor.ts";
import { fakeClock } from "#core/kernel/clock.ts";
import type { DomainEvent } from "#core/kernel/events.ts";
import type { Queue } from "#core/kernel/queue.ts";
import {
  enqueueDue,
  handlePublishMessage,
  type Publication,
  type PublishMessage,
  publicationIdOf,
  type SettleMessage,
  settleUnconfirmed,
} from "#core/publishing/index.ts";
import { type Faults, faultsAt } from "./faults.ts";
import { memoryLinks } from "./memory-links.ts";
import { listedAssets, memoryAssetUses, memoryFolders } from "./memory-media.ts";
import { aWorkspace, emptyBucket, memoryChannels } from "./memory-ports.ts";
import { memoryPaces, memoryPublications, memoryPublishedPosts, versionedItems } from "./memory-publications.ts";
import { doubleManifest, platformDouble } from "./platform-double.ts";

const workspaceId = "ws_1";
/** How long a message that was not dealt with stays hidden, ms. */
const visibility = 360_000;

/** A member of the world's workspace. */
export const member = (role: Role = "manager"): MemberActor => ({
  type: "member",
  workspaceId,
  memberId: `mem_${role}`,
  role,
  language: "en",
});

/** A connected channel of the double platform. */
export const aChannel = (change: Partial<Channel> = {}): Channel => ({
  id: "chan_1",
  workspaceId,
  platform: "double",
  remoteId: "page_1",
  name: "Листок",
  url: "https://double.example/page_1",
  state: "connected",
  sealedToken: "sealed",
  slots: [],
  connectedAt: 0,
  version: 1,
  ...change,
});

/** An approved post for `chan_1`. */
export const aPost = (change: Partial<Post> = {}): Post => ({
  id: "post_1",
  workspaceId,
  state: "approved",
  version: 1,
  revision: 1,
  authorId: "mem_author",
  base: { text: "Осіннє меню", mediaIds: [] },
  channelIds: ["chan_1"],
  variants: {},
  labels: [],
  createdAt: 0,
  updatedAt: 0,
  history: [],
  ...change,
});

/** An image that is ready. */
export const anAsset = (change: Partial<Asset> = {}): Asset => ({
  id: "asset_1",
  workspaceId,
  state: "ready",
  key: "media/ws_1/asset_1",
  fileName: "menu.png",
  kind: "image",
  contentType: "image/png",
  bytes: 1000,
  width: 1200,
  height: 900,
  altText: "Меню",
  uploadedBy: "mem_author",
  createdAt: 0,
  version: 1,
  ...change,
});

/** A publication that waits for its time. */
export const aPublication = (change: Partial<Publication> = {}): Publication => ({
  id: publicationIdOf("post_1", "chan_1"),
  workspaceId,
  postId: "post_1",
  channelId: "chan_1",
  platform: "double",
  state: "scheduled",
  version: 1,
  content: { revision: 1, text: "Осіннє меню", media: [] },
  authorId: "mem_author",
  labels: [],
  dueAt: 1_000_000,
  timeZone: "Europe/Kyiv",
  nextAt: 1_000_000,
  wakeAt: 1_000_000,
  fence: 0,
  attempts: 0,
  armings: 0,
  receipts: {},
  createdAt: 0,
  history: [],
  ...change,
});

interface Waiting {
  readonly kind: "publish" | "settle";
  readonly message: PublishMessage | SettleMessage;
  visibleAt: number;
  received: number;
}

/**
 * Everything that publishes, on a fake clock: the real use-cases on stores in memory, a platform double, a model of the
 * queues (whole seconds rounded up, redelivery) and of the schedule (a tick in each minute, 30 s into it).
 */
export function publishingWorld(faults: Faults = faultsAt(), start = "2026-11-23T08:00:05Z") {
  const clock = fakeClock(start);
  const platform = platformDouble(clock, faults.call);
  const publications = memoryPublications();
  const paces = memoryPaces();
  const postItems = versionedItems<Post>();
  const assetItems = versionedItems<Asset>();
  const campaignItems = versionedItems<Campaign>();
  const links = memoryLinks();
  const channelItems = new Map<string, Channel>();
  const messages: Waiting[] = [];
  const events: DomainEvent[] = [];
  const overdue: number[] = [];

  const uses = memoryAssetUses();
  const posts: Posts = {
    ...postItems,
    list: async () => postItems.all(),
    create: async (post) => {
      await uses.note(post.workspaceId, post.id, mediaIdsOf(post));
      return postItems.create(post);
    },
    save: async (post) => {
      await uses.note(post.workspaceId, post.id, mediaIdsOf(post));
      return postItems.save(post);
    },
  };
  const assets: Assets = { ...assetItems, list: listedAssets(assetItems) };
  const channels = memoryChannels(channelItems);
  const objects = emptyBucket();
  const queueOf = <M extends PublishMessage | SettleMessage>(kind: Waiting["kind"]): Queue<M> => {
    const put = (message: M, delayMs = 0) => {
      const visibleAt = clock.nowMs() + Math.ceil(delayMs / 1000) * 1000;
      messages.push({ kind, message, visibleAt, received: 0 });
    };
    return {
      send: async (message, options) => put(message, options?.delayMs),
      sendAll: async (list) => {
        for (const { message, delayMs } of list) put(message, delayMs);
      },
    };
  };
  const channelCall = (): ChannelCall => ({
    http: { send: async () => ({ kind: "no-answer", cause: "refused-address", sent: false }) },
    channelRemoteId: "page_1",
    accessToken: "token",
    nowMs: clock.nowMs(),
  });
  const deps = {
    clock,
    publications: faults.guard("publications", publications),
    publishedPosts: faults.guard("publishedPosts", memoryPublishedPosts()),
    paces: faults.guard("paces", paces),
    paceOf: (name: string) => (name === "double" ? doubleManifest.pace : undefined),
    posts: faults.guard("posts", posts),
    assets: faults.guard("assets", assets),
    uses: faults.guard("uses", uses),
    folders: memoryFolders(),
    channels: faults.guard("channels", channels as Channels),
    campaigns: faults.guard("campaigns", {
      ...campaignItems,
      list: async () => campaignItems.all(),
    }),
    linkSettings: faults.guard("linkSettings", links.linkSettings),
    shortLinks: faults.guard("shortLinks", links.shortLinks),
    wordBooks: faults.guard("wordBooks", links.wordBooks),
    publicUrl: "https://dopys.example",
    channelCalls: faults.guard("channelCalls", { open: async () => channelCall() }),
    objects: faults.guard("objects", objects),
    publishQueue: faults.guard("publishQueue", queueOf<PublishMessage>("publish")),
    settleQueue: faults.guard("settleQueue", queueOf<SettleMessage>("settle")),
    events: faults.guard("events", { publish: async (list: readonly DomainEvent[]) => void events.push(...list) }),
    workspaces: { get: async () => aWorkspace() },
    connectorFor: (name: string) => (name === "double" ? platform.connector : undefined),
    sleep: (ms: number) => faults.call("sleep", async () => clock.advance(ms)),
  };

  /** One worker on one message; what it throws brings the message back after the visibility timeout. */
  const work = async (waiting: Waiting): Promise<void> => {
    faults.newWorker();
    waiting.received += 1;
    waiting.visibleAt = clock.nowMs() + visibility;
    try {
      const delivery = { redelivered: waiting.received > 1 };
      if (waiting.message.kind === "publish") await handlePublishMessage(deps, waiting.message, delivery);
      else await settleUnconfirmed(deps, waiting.message, delivery);
      messages.splice(messages.indexOf(waiting), 1);
    } catch {
      // The queue delivers it again.
    }
  };
  const tick = async (): Promise<void> => {
    faults.newWorker();
    try {
      overdue.push((await enqueueDue(deps)).overdue);
    } catch {
      // The next tick sees what is left.
    }
  };
  const tickOfThisMinute = () => Math.floor(clock.nowMs() / 60_000) * 60_000 + 30_000;
  let nextTick = tickOfThisMinute();
  /** Lets time pass until nothing waits any more, for at most `forMs`. */
  const settle = async (forMs = 48 * 3_600_000): Promise<void> => {
    const end = clock.nowMs() + forMs;
    nextTick = Math.max(nextTick, tickOfThisMinute());
    for (;;) {
      const first = messages.toSorted((a, b) => a.visibleAt - b.visibleAt)[0];
      const waits = messages.length > 0 || publications.all().some(({ wakeAt }) => wakeAt !== undefined);
      const at = Math.min(nextTick, first?.visibleAt ?? Number.POSITIVE_INFINITY);
      if (!waits || at > end) return;
      clock.set(Math.max(clock.nowMs(), at));
      if (first && first.visibleAt <= at) await work(first);
      else {
        await tick();
        nextTick += 60_000;
      }
    }
  };
  return {
    ...{
      clock,
      platform,
      publications,
      paces,
      posts: postItems,
      assets: assetItems,
      channelItems,
      campaignItems,
      links,
      messages,
      events,
      overdue,
    },
    ...{ deps, tick, settle, faults },
    publication: async (id: string): Promise<Publication> => {
      const found = await publications.get(workspaceId, id);
      if (!found) throw new Error(`There is no publication ${id}`);
      return found;
    },
  };
}
export type PublishingWorld = ReturnType<typeof publishingWorld>;
