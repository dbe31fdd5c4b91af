import { noWords, type WordBooks, type WordsInUse } from "#core/content/index.ts";
import { defaultLinkSettings, type LinkSettings, type LinkSettingsStore } from "#core/links/index.ts";
import type { ShortLink, ShortLinks } from "#core/short-links/index.ts";

/** One workspace's link settings and words, and the short links of all, in memory. */
export function memoryLinks() {
  let settings = { settings: defaultLinkSettings, version: 0 };
  let book: { words: WordsInUse; version: number } = { words: noWords, version: 0 };
  const codes = new Map<string, ShortLink>();
  const linkSettings: LinkSettingsStore = {
    get: async () => settings,
    save: async (_workspaceId, next, version) => {
      if (version !== settings.version) return false;
      settings = { settings: next, version: version + 1 };
      return true;
    },
  };
  const shortLinks: ShortLinks = {
    create: async (link) => {
      if (codes.has(link.code)) return false;
      codes.set(link.code, link);
      return true;
    },
    get: async (code) => codes.get(code) ?? null,
  };
  const wordBooks: WordBooks = {
    get: async () => book,
    save: async (_workspaceId, words, version) => {
      if (version !== book.version) return false;
      book = { words, version: version + 1 };
      return true;
    },
  };
  return {
    ...{ linkSettings, shortLinks, wordBooks },
    /** The workspace's settings from now on. */
    set: (change: Partial<LinkSettings>): void => {
      settings = { settings: { ...settings.settings, ...change }, version: settings.version + 1 };
    },
    all: (): readonly ShortLink[] => [...codes.values()],
  };
}
