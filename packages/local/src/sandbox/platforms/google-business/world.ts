import type { PlatformApp, PushSettings } from "#core/channels/connector.ts";
import type { Clock } from "#core/kernel/clock.ts";
import type { Outbox } from "../../outbox.ts";
import { sandboxPush } from "../../push-settings.ts";
import type { Store } from "../../store.ts";
import { type Collections, collectionsOf, type Location, type Settings } from "./model.ts";

/** The demo location. */
export const demoLocation: Location = {
  id: "8710402816530472",
  accountId: "104582770164228",
  accountName: "Кав'ярня Листок",
  title: "Кав'ярня Листок",
  address: "Ярославів Вал, 21, Київ",
};

const defaultSettings: Settings = {
  id: "settings",
  accessTokenLifeS: 3600,
  examinationMs: 0,
  rejectPosts: false,
  losePushes: false,
  pushCopies: 1,
  pushSpelling: "v1",
  figuresLagDays: 2,
};

/** Everything that the played Google is made of. */
export interface World extends Collections {
  readonly clock: Clock;
  readonly app: PlatformApp;
  readonly push: PushSettings;
  readonly outbox: Outbox;
  readonly callbackUrl: () => string;
  readonly mediaDir: string;
  /** The sandbox's own origin. */
  readonly url: () => string;
  currentSettings(): Settings;
  newId(): string;
}

/** Google as the store has it; with nothing stored it has the demo location, of which nobody has said anything. */
export function openWorld(deps: {
  store: Store;
  clock: Clock;
  app: PlatformApp;
  outbox: Outbox;
  callbackUrl: () => string;
  mediaDir: string;
  url: () => string;
}): World {
  const { store, ...given } = deps;
  const collections = collectionsOf(store);
  if (collections.locations.list().length === 0) collections.locations.put(demoLocation);
  return {
    ...collections,
    ...given,
    push: given.app.push ?? sandboxPush,
    currentSettings: () => ({ ...defaultSettings, ...collections.settings.get("settings") }),
    newId: () => `74${String(store.next("google-business/objects")).padStart(14, "0")}`,
  };
}

/** The full name of a location, as v4 calls it. */
export const placeOf = ({ accountId, id }: Location): string => `accounts/${accountId}/locations/${id}`;
