import { feel } from "./feeling.ts";
import { intentOf, isSpam, type Wanted, wantedIn } from "./intent.ts";
import { languageOf, transliterated } from "./language.ts";
import type { Classification, DecidingTerm, Sentiment } from "./model.ts";
import { narratedIn } from "./narration.ts";
import { starsIn, weightOfRating } from "./stars.ts";
import { normalise, type Token, tokensOf } from "./tokens.ts";
import type { Feeling } from "./weighing.ts";

/** What follows after so many characters changes nothing and costs time. */
const longestRead = 10_000;
const mostTerms = 12;

/**
 * From here on a sum is a feeling; below this share of all that was felt, feelings balance; and where so much was felt
 * without a sum, what was said last decides.
 */
const thresholds = { felt: 0.65, balance: 0.1, conflict: 2 };

/**
 * Says which language a text is in, what it feels and what it wants, by a lexicon and a few rules (negation, emphasis,
 * contrast, questions, stars), and by which terms that was decided. Ukrainian, English and Russian, also mixed or in Latin
 * letters. `rating`, 1 to 5, is what was given beside the text: it counts as a feeling among the others. Pure.
 */
export function classify(text: string, given: { readonly rating?: number | undefined } = {}): Classification {
  const read = text.slice(0, longestRead);
  const written = tokensOf(normalise(read).slice(0, longestRead));
  const latin = transliterated(written);
  const tokens = latin?.tokens ?? written;
  const language = latin?.language ?? languageOf(written, read.toLowerCase());
  const wanted = wantedIn(tokens);
  if (isSpam(wanted)) {
    return { language, sentiment: "neutral", score: 0, intent: "spam", terms: untold(wanted.terms.spam) };
  }
  const felt = withNarration(feel(tokens, wanted.asks), tokens, wanted);
  const rated = [...starsIn(tokens), ...(given.rating === undefined ? [] : [weightOfRating(given.rating)])];
  const total = (value: (weight: number) => number): number =>
    rated.reduce((sum, { weight }) => sum + value(weight), 0);
  const feeling = {
    sum: felt.sum + total((weight) => weight),
    volume: felt.volume + total(Math.abs),
    terms: [...felt.terms, ...rated],
  };
  const sum = settled(feeling, rated.length === 0 && wanted.weight.asking < 1);
  const sentiment = signOf(sum);
  const wish = intentOf(tokens, wanted, feeling, sentiment);
  return {
    language,
    sentiment,
    score: round(sum / Math.sqrt(sum ** 2 + 10)),
    intent: wish.intent,
    terms: deciding([...feeling.terms, ...untold(wish.terms)]),
  };
}

/** What is told counts where neither a feeling nor a wish was found. */
function withNarration(felt: Feeling, tokens: readonly Token[], { weight, asks }: Wanted): Feeling {
  if (felt.volume > 0 || weight.asking + weight.buying + weight.greeting + weight.spam > 0) return felt;
  const told = narratedIn(tokens, asks);
  return told ? { sum: told.weight, volume: Math.abs(told.weight), terms: [told] } : felt;
}

/** The sum that counts: none where feelings balance, and just enough of the last where they do in a plain statement. */
function settled({ sum, volume, terms }: Feeling, isTold: boolean): number {
  const isBalanced = Math.abs(sum) < thresholds.balance * volume;
  if (!isBalanced && signOf(sum) !== "neutral") return sum;
  if (isTold && volume >= thresholds.conflict) return Math.sign(terms.at(-1)?.weight ?? 0) * thresholds.felt;
  return isBalanced ? 0 : sum;
}

const signOf = (sum: number): Sentiment =>
  sum <= -thresholds.felt ? "negative" : sum >= thresholds.felt ? "positive" : "neutral";

const untold = (terms: readonly string[]): DecidingTerm[] =>
  [...new Set(terms)].slice(0, mostTerms).map((term) => ({ term, weight: 0 }));

/** The terms by how much they weigh, each once with the sum of its weights. */
function deciding(terms: readonly DecidingTerm[]): DecidingTerm[] {
  const sums = new Map<string, number>();
  for (const { term, weight } of terms) sums.set(term, (sums.get(term) ?? 0) + weight);
  return [...sums]
    .map(([term, weight]) => ({ term, weight: round(weight) }))
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, mostTerms);
}

const round = (value: number): number => Math.round(value * 100) / 100;
