import { englishStems, russianStems, ukrainianStems } from "./lexicon.ts";
import { emojiWeights, phraseWeights } from "./phrases.ts";

const stems = new Map<string, number>();
const exact = new Map<string, number>();
for (const entry of [russianStems, ukrainianStems, englishStems]
  .join(" ")
  .trim()
  .split(/\s{2,}|\n/)) {
  const [stem, weight] = entry.trim().split(" ");
  if (!stem || weight === undefined) continue;
  if (stem.endsWith("=")) exact.set(stem.slice(0, -1), Number(weight));
  else stems.set(stem, Number(weight));
}

const longestStem = Math.max(...[...stems.keys()].map(({ length }) => length));

/** "term weight" pairs between bars. */
const weighted = (text: string): [string, number][] =>
  text
    .split(/[|\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => [entry.slice(0, entry.lastIndexOf(" ")), Number(entry.slice(entry.lastIndexOf(" ") + 1))]);

/** Phrases with the feeling they carry. */
export const phrases: readonly (readonly [string, number])[] = weighted(phraseWeights);

const emoji = new Map(weighted(emojiWeights));

/** Lower case, one sort of apostrophe, `ё` as `е`; what all comparisons are made on. */
export const normalise = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/ё/g, "е");

/** A word, an emoji, or the end of a clause. */
export type Token = { readonly kind: "word" | "emoji" | "break"; readonly text: string };

/** Splits normalised text into what the classifier reads; addresses and mentions are left out. */
export function tokens(normalised: string): Token[] {
  const readable = normalised.replace(/(https?:\/\/|www\.)\S+/g, " ").replace(/[@#][\p{L}\p{N}_.]+/gu, " ");
  const found = readable.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'-]*|\p{Extended_Pictographic}|[.,;:!?()\n—–]+/gu);
  return [...found].map(([text]) => ({
    kind: /^[\p{L}]/u.test(text) ? "word" : /^\p{Extended_Pictographic}/u.test(text) ? "emoji" : "break",
    text: text.replace(/['-]+$/, ""),
  }));
}

/** The feeling of one word or emoji, -3 to 3; `undefined` when it carries none that is known. */
export function weightOf(token: Token): number | undefined {
  if (token.kind === "emoji") return emoji.get(token.text);
  if (token.kind === "break") return undefined;
  return weightOfWord(token.text) ?? unmade(token.text);
}

function weightOfWord(word: string): number | undefined {
  const known = exact.get(word);
  if (known !== undefined) return known;
  for (let length = Math.min(word.length, longestStem); length >= 3; length--) {
    const weight = stems.get(word.slice(0, length));
    if (weight !== undefined) return weight;
  }
  return undefined;
}

/** Ukrainian and Russian write the negation and the adjective as one word: «несмачно», «неякісний». */
function unmade(word: string): number | undefined {
  if (!word.startsWith("не") || word.length < 6) return undefined;
  const weight = weightOfWord(word.slice(2));
  return weight === undefined ? undefined : -Math.sign(weight) * Math.max(1, Math.abs(weight) * 0.9);
}
