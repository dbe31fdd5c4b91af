import type { Language } from "../kernel/language.ts";

/** The names of the formats in which platforms publish. */
export const formatWords = {
  uk: { feed: "Стрічка", reel: "Reels", story: "Історія" },
  en: { feed: "Feed", reel: "Reel", story: "Story" },
} as const satisfies Record<Language, Record<string, string>>;

/** A format by its word; one without a word is shown as it is called. */
export const formatWord = (language: Language, format: unknown): string =>
  (formatWords[language] as Readonly<Record<string, string>>)[String(format)] ?? String(format);
