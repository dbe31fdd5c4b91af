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

const states = {
  uk: {
    scheduled: "заплановано",
    publishing: "публікується",
    processing: "обробляється",
    published: "опубліковано",
    failed: "не вдалося",
    unconfirmed: "не підтверджено",
    canceled: "скасовано",
  },
  en: {
    scheduled: "scheduled",
    publishing: "publishing",
    processing: "processing",
    published: "published",
    failed: "failed",
    unconfirmed: "unconfirmed",
    canceled: "canceled",
  },
} as const satisfies Record<Language, Record<string, string>>;

/** A publication's state in a table. */
export const stateWord = (language: Language, state: keyof (typeof states)["uk"]): string => states[language][state];

/** Words of an exported calendar. */
export const calendarTexts = {
  uk: { name: (workspace: string) => `${workspace}: публікації`, withoutText: "без тексту" },
  en: { name: (workspace: string) => `${workspace}: publications`, withoutText: "without text" },
} as const satisfies Record<Language, { name: (workspace: string) => string; withoutText: string }>;

/** The example row of the template. */
export const templateTexts = {
  uk: { text: "Що ви хочете сказати", topic: "Новини", labels: "осінь; меню", status: "заплановано" },
  en: { text: "What you want to say", topic: "News", labels: "autumn; menu", status: "scheduled" },
} as const satisfies Record<Language, Record<string, string>>;
