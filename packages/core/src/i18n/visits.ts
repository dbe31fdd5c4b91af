import type { Language } from "../kernel/language.ts";

const names: Readonly<Record<string, string>> = {
  facebook: "Facebook",
  instagram: "Instagram",
  threads: "Threads",
  x: "X",
  youtube: "YouTube",
  linkedin: "LinkedIn",
  pinterest: "Pinterest",
  tiktok: "TikTok",
  telegram: "Telegram",
};
const words = {
  uk: { none: "Не названо", other: "Інші" },
  en: { none: "Not named", other: "Others" },
} as const;

/** What a source or campaign of visits is called; one that analytics do not name, and the rest together, in words. */
export function originName(language: Language, origin: string): string {
  if (origin === "") return words[language].none;
  return origin === "(other)" ? words[language].other : (names[origin] ?? origin);
}
