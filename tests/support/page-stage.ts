/**
 * What the dashboard's components ask of a browser when they are loaded, so that they can be drawn on Node. Imported
 * before them; the language is English.
 */
const kept = new Map([["dopys.language", "en"]]);

const stage = {
  localStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  },
  document: Object.assign(new EventTarget(), { documentElement: { lang: "" } }),
  matchMedia: (media: string) => Object.assign(new EventTarget(), { media, matches: false }),
};

for (const [name, value] of Object.entries(stage)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
