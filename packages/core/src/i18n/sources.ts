import type { Language } from "../kernel/language.ts";

/** A line of a draft's notes: why its picture is not there. */
export const missingPictureNote = (language: Language, cause: string): string =>
  ({ uk: `Зображення не вдалося взяти. ${cause}`, en: `The picture could not be fetched. ${cause}` })[language];
