import type { PlatformApp } from "#core/channels/connector.ts";
import type { Clock } from "#core/kernel/clock.ts";
import type { Announcer, Change, DeliverOptions } from "../../meta/announce.ts";
import type { Store } from "../../store.ts";
import { type Collections, collectionsOf, type Page, type Person, type Settings } from "./model.ts";

/** The demo page. */
export const demoPage: Page = {
  id: "104827115920384",
  name: "Кав'ярня Листок",
  username: "kaviarnia.lystok",
  category: "Кав'ярня · Київ",
  about: "Кава, яку обсмажуємо самі. Ярославів Вал, 21. Щодня 8:00–21:00.",
  baseFollowers: 1240,
  subscribedFields: [],
};

const defaultSettings: Settings = {
  id: "settings",
  videoProcessingMs: 2000,
  callsPerHour: 4800,
  publicAccess: "content",
  insightsZone: "Europe/Kyiv",
  held: false,
  loseRemovals: false,
  delayMs: 0,
  copies: 1,
};

/** Everything that the played Facebook is made of. */
export interface World extends Collections {
  readonly clock: Clock;
  readonly app: PlatformApp;
  readonly mediaDir: string;
  /** The sandbox's own origin. */
  readonly url: () => string;
  readonly announcer: Announcer;
  /** The next number of a series. */
  next(series: string): number;
  currentSettings(): Settings;
  page(id: string): Page | undefined;
  /** The person of a name, met before or new. */
  person(name: string): Person;
  /** Tells the page's subscribers, if it is subscribed to the field. */
  announce(change: Change, options?: DeliverOptions): void;
}

/** Facebook as the store has it; with nothing stored it has the demo page and nobody has written anything. */
export function openWorld(deps: {
  store: Store;
  clock: Clock;
  app: PlatformApp;
  mediaDir: string;
  url: () => string;
  announcer: (settings: () => Settings) => Announcer;
}): World {
  const collections = collectionsOf(deps.store);
  if (collections.pages.list().length === 0) collections.pages.put(demoPage);
  const currentSettings = () => ({ ...defaultSettings, ...collections.settings.get("settings") });
  const announcer = deps.announcer(currentSettings);

  return {
    ...collections,
    clock: deps.clock,
    app: deps.app,
    mediaDir: deps.mediaDir,
    url: deps.url,
    announcer,
    next: (series) => deps.store.next(`facebook/${series}`),
    currentSettings,
    page: (id) => collections.pages.get(id),
    person: (name) =>
      collections.people.list((it) => it.name === name)[0] ??
      collections.people.put({ id: `55500${String(deps.store.next("facebook/people")).padStart(8, "0")}`, name }),
    announce: (change, options) => {
      const fields = collections.pages.get(change.entryId)?.subscribedFields ?? [];
      if (fields.includes(fieldOf(change))) announcer.announce(change, options);
    },
  };
}

/** The subscription that a change needs. */
function fieldOf(change: Change): string {
  if (!("messaging" in change)) return change.field;
  const event = change.messaging as { message?: { is_echo?: boolean }; message_edit?: unknown };
  if (event.message_edit) return "message_edits";
  return event.message?.is_echo ? "message_echoes" : "messages";
}
