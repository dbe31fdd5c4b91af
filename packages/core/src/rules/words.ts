import { normalise, Patterns, tokensOf } from "../inbox/index.ts";

/** A stem says too little when it is shorter. */
const shortestStem = 2;

/**
 * A member's phrase as words that follow each other, read as the classifier reads a text: case, accents of spelling and
 * signs between words do not matter; a star at a word's end stands for any ending. `undefined` when nothing is left of it.
 */
export function phraseOf(written: string): string | undefined {
  const parts = written.split(/[\s-]+/).filter((part) => part !== "");
  const words = parts.flatMap((part) => {
    const isStem = part.endsWith("*");
    const read = tokensOf(normalise(part.replaceAll("*", ""))).filter(
      ({ kind }) => kind === "word" || kind === "number" || kind === "emoji",
    );
    return read.map(({ text }, i) => ({ text, isStem: isStem && i === read.length - 1 }));
  });
  if (words.length === 0 || words.some(({ text, isStem }) => isStem && text.length < shortestStem)) return undefined;
  return words.map(({ text, isStem }) => `${text}${isStem ? "*" : ""}`).join(" ");
}

/** Whether any of the phrases is in a text. One walk over the text, whatever the phrases are. */
export function mentions(text: string, phrases: readonly string[]): boolean {
  const patterns = new Patterns<true>();
  for (const written of phrases) {
    const phrase = phraseOf(written);
    if (phrase !== undefined) patterns.add(phrase, true);
  }
  const tokens = tokensOf(normalise(text));
  return tokens.some((_token, at) => patterns.match(tokens, at) !== undefined);
}
