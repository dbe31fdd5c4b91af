import type { TextRules } from "#core/channels/manifest.ts";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The length of a text as a platform counts it. */
export function textLength(rules: Pick<TextRules, "unit">, text: string): number {
  if (rules.unit === "utf16") return text.length;
  if (rules.unit === "characters") return [...text].length;
  return [...graphemes.segment(text)].length;
}
