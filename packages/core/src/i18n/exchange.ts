import type { Language } from "../kernel/language.ts";

/** A line of a draft's notes: when its row wanted it to be published. `at` is local, `2026-12-01T10:00:00`. */
export function plannedNote(language: Language, at: string, timeZone: string): string {
  const [day = "", time = ""] = at.split("T");
  const [year, month, date] = day.split("-");
  const clock = time.slice(0, 5);
  return {
    uk: `Планували опублікувати ${date}.${month}.${year} о ${clock} (${timeZone}).`,
    en: `Planned for ${day} ${clock} (${timeZone}).`,
  }[language];
}
