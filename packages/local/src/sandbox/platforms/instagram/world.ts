import type { PlatformApp } from "#core/channels/connector.ts";
import type { Clock } from "#core/kernel/clock.ts";
import type { Announcer, Change, DeliverOptions } from "../../meta/announce.ts";
import type { Store } from "../../store.ts";
import { type Account, type Collections, collectionsOf, type Settings } from "./model.ts";

/** The demo account, linked to the demo page. */
export const demoAccount: Account = {
  id: "17841405822304914",
  username: "lystok.coffee",
  name: "Кав'ярня Листок",
  biography: "Кава, яку обсмажуємо самі. Ярославів Вал, 21, Київ. Щодня 8:00–21:00.",
  followers: 2860,
  pageId: "104827115920384",
};

const defaultSettings: Settings = {
  id: "settings",
  imageProcessingMs: 300,
  videoProcessingMs: 2500,
  failProcessing: 0,
  quotaTotal: 100,
  callsPerHour: 4800,
  insightsLagMs: 0,
  held: false,
  delayMs: 0,
  copies: 1,
};

/** Everything that the played Instagram is made of. */
export interface World extends Collections {
  readonly clock: Clock;
  readonly app: PlatformApp;
  readonly mediaDir: string;
  /** The sandbox's own origin. */
  readonly url: () => string;
  readonly announcer: Announcer;
  currentSettings(): Settings;
  /** Tells the account's subscribers, if it is subscribed to the field. */
  announce(change: Change, options?: DeliverOptions): void;
  /** A new id, as long as Instagram's. */
  newId(): string;
}

/** Instagram as the store has it; with nothing stored it has the demo account, which has published nothing. */
export function openWorld(deps: {
  store: Store;
  clock: Clock;
  app: PlatformApp;
  mediaDir: string;
  url: () => string;
  announcer: (settings: () => Settings) => Announcer;
}): World {
  const { store, announcer: makeAnnouncer, ...given } = deps;
  const collections = collectionsOf(store);
  if (collections.accounts.list().length === 0) collections.accounts.put(demoAccount);
  const currentSettings = () => ({ ...defaultSettings, ...collections.settings.get("settings") });
  const announcer = makeAnnouncer(currentSettings);
  return {
    ...collections,
    ...given,
    announcer,
    currentSettings,
    announce: (change, options) => {
      const fields = collections.accounts.get(change.entryId)?.subscribedFields ?? [];
      if (fields.includes("messaging" in change ? "messages" : change.field)) announcer.announce(change, options);
    },
    newId: () => `1799${String(store.next("instagram/objects")).padStart(13, "0")}`,
  };
}
