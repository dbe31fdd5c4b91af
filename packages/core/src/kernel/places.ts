/** `{name}`, `{ name }` and whatever else looks like a place to fill in: one word in braces, which may have an apostrophe. */
const placePattern = /\{\s*(\p{L}[\p{L}\p{N}'’ʼ_-]{0,30})\s*\}/gu;

/** A place in a text: as it is written, braces included, and its word. */
export interface Place {
  readonly written: string;
  readonly word: string;
}

/** The places of a text, in its order. */
export const placesIn = (text: string): readonly Place[] =>
  [...text.matchAll(placePattern)].map(([written, word = ""]) => ({ written, word }));

/** The text with what `fill` gives for a place's word; where that is nothing, the place stays. */
export const withPlacesFilled = (text: string, fill: (word: string) => string | undefined): string =>
  text.replace(placePattern, (written, word: string) => fill(word) || written);
