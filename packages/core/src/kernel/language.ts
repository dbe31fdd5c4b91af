import * as v from "valibot";

/** The languages Dopys speaks. */
export const languages = ["uk", "en"] as const;
export type Language = (typeof languages)[number];
export const languageSchema = v.picklist(languages);
