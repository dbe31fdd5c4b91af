import type { Language } from "../../kernel/language.ts";

/** The last line of a report's mail: how to get it no more. */
export const foot: Readonly<Record<Language, { readonly outside: string; readonly member: string }>> = {
  uk: { outside: "Більше не надсилати мені цей звіт", member: "Змінити, які звіти ви отримуєте" },
  en: { outside: "Stop sending me this report", member: "Choose which reports you get" },
};
