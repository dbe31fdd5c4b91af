import type { PlatformApp } from "#core/channels/connector.ts";
import type { Clock } from "#core/kernel/clock.ts";
import type { Store } from "../../store.ts";
import { type TaggedLink, taggedLinks } from "../../tagged-links.ts";
import { type Collections, collectionsOf, type Property, type Settings } from "./model.ts";

const dayMs = 86_400_000;
/** How old the demo's properties are. */
const ageDays = 420;

const demoProperties: readonly Omit<Property, "createdAt">[] = [
  {
    id: "318204417",
    accountId: "20418811",
    accountName: "Кав'ярня Листок",
    displayName: "lystok.example",
    timeZone: "Europe/Kyiv",
    currencyCode: "UAH",
  },
  {
    id: "318204999",
    accountId: "20418811",
    accountName: "Кав'ярня Листок",
    displayName: "beans.lystok.example",
    timeZone: "America/New_York",
    currencyCode: "USD",
  },
];

const defaultSettings: Settings = {
  id: "settings",
  accessTokenLifeS: 3600,
  tokensPerHour: 40_000,
  tokensPerDay: 200_000,
  thresholding: false,
  sampling: false,
  quiet: false,
};

/** Everything that the played Analytics are made of. */
export interface World extends Collections {
  readonly clock: Clock;
  readonly app: PlatformApp;
  readonly links: () => readonly TaggedLink[];
  readonly currentSettings: () => Settings;
  readonly next: () => string;
}

/** Analytics as the store has them; with nothing stored there are the demo's two properties. */
export function openWorld({ store, clock, app }: { store: Store; clock: Clock; app: PlatformApp }): World {
  const collections = collectionsOf(store);
  if (collections.properties.list().length === 0) {
    const createdAt = clock.nowMs() - ageDays * dayMs;
    for (const property of demoProperties) collections.properties.put({ ...property, createdAt });
  }
  return {
    ...collections,
    clock,
    app,
    links: () => taggedLinks(store),
    currentSettings: () => ({ ...defaultSettings, ...collections.settings.get("settings") }),
    next: () => String(store.next("google-analytics/objects")),
  };
}
