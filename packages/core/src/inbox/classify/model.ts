import * as v from "valibot";

export const sentiments = ["negative", "neutral", "positive"] as const;
export const sentimentSchema = v.picklist(sentiments);

export const intents = ["question", "complaint", "praise", "buying-interest", "spam", "other"] as const;
export const intentSchema = v.picklist(intents);
export type Intent = v.InferOutput<typeof intentSchema>;

/** The language a text is written in, as far as letters and function words tell. */
export const textLanguageSchema = v.picklist(["uk", "en", "ru", "unknown"]);
export type TextLanguage = v.InferOutput<typeof textLanguageSchema>;

/** What a text is, and the terms that decided it, as they stand in the text. */
export const classificationSchema = v.object({
  language: textLanguageSchema,
  sentiment: sentimentSchema,
  intent: intentSchema,
  terms: v.array(v.string()),
});
export type Classification = v.InferOutput<typeof classificationSchema>;

/** What a member says a text is. */
export const correctionSchema = v.object({ sentiment: sentimentSchema, intent: intentSchema, by: v.string() });
