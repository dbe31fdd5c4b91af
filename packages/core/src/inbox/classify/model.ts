import * as v from "valibot";

export const sentiments = ["negative", "neutral", "positive"] as const;
export const sentimentSchema = v.picklist(sentiments);
export type Sentiment = v.InferOutput<typeof sentimentSchema>;

export const intents = ["question", "complaint", "praise", "buying-interest", "spam", "other"] as const;
export const intentSchema = v.picklist(intents);
export type Intent = v.InferOutput<typeof intentSchema>;

/** The language a text is written in, as far as letters and function words tell. */
export const textLanguageSchema = v.picklist(["uk", "en", "ru", "unknown"]);
export type TextLanguage = v.InferOutput<typeof textLanguageSchema>;

/** A term of the text, and what it added to the score before it was squeezed; 0 for one that only told the intent. */
export const decidingTermSchema = v.object({ term: v.string(), weight: v.number() });
export type DecidingTerm = v.InferOutput<typeof decidingTermSchema>;

/** What a text is, and the terms that decided it. */
export const classificationSchema = v.object({
  language: textLanguageSchema,
  sentiment: sentimentSchema,
  /** From -1, anger, to 1, delight; what lies near 0 is neutral. */
  score: v.number(),
  intent: intentSchema,
  terms: v.array(decidingTermSchema),
});
export type Classification = v.InferOutput<typeof classificationSchema>;

/** What a member says a text is. */
export const correctionSchema = v.object({ sentiment: sentimentSchema, intent: intentSchema, by: v.string() });
