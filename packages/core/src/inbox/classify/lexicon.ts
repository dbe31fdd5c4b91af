import { emoji } from "./lexicon/emoji.ts";
import { english } from "./lexicon/en.ts";
import { englishFeeling } from "./lexicon/en-feeling.ts";
import { russian } from "./lexicon/ru.ts";
import { russianFeeling } from "./lexicon/ru-feeling.ts";
import { ukrainian } from "./lexicon/uk.ts";
import { ukrainianFeeling } from "./lexicon/uk-feeling.ts";
import type { TextLanguage } from "./model.ts";
import { Patterns } from "./patterns.ts";
import { normalise } from "./tokens.ts";

/**
 * Roles by which a word carries a feeling: by itself, by a fact, by saying that a trouble is over, by comparing; those of
 * which irony is made (applause, thanks, its signs), a consent, and what puts its clause into the past or into a wish.
 */
const feelingRoles = [
  "feeling",
  "fact",
  "remedy",
  "comparison",
  "applause",
  "thanks",
  "irony",
  "assent",
  "former",
  "wishing",
] as const;
export type FeelingRole = (typeof feelingRoles)[number];
/** Roles by which a word changes the feeling of others. */
export const modifierRoles = [
  "negator",
  "thinking",
  "intensifier",
  "excess",
  "diminisher",
  "turn",
  "concession",
] as const;
/** Roles by which a word tells what the writer wants. */
export const wishRoles = ["asking", "buying", "spam", "leaving", "greeting", "reproach", "marvel"] as const;

export type WishRole = (typeof wishRoles)[number];
type ModifierRole = (typeof modifierRoles)[number];

/** What a text without feeling is about: the business's doings, or an order's details and news of the writer. */
export const taleRoles = ["telling", "calm"] as const;
type TaleRole = (typeof taleRoles)[number];

/** A language's words that carry no feeling of their own. Feelings and wishes are lines of `weight part: terms`. */
export type Markers = Readonly<Record<ModifierRole | WishRole | TaleRole | "detail", string>> & {
  readonly functionWords: string;
};

export type Sense =
  | { readonly role: (typeof feelingRoles)[number]; readonly weight: number }
  | { readonly role: ModifierRole };
export type Wish = { readonly role: WishRole; readonly weight: number };

export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
  readonly part: string;
}

/** Reads lines of `weight part: term, term`; an empty line is none. Throws on a line that is anything else. */
export function weightedTerms(data: string): WeightedTerm[] {
  return data
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line) => {
      const read = /^\s*(-?\d(?:\.\d)?) ([a-z]+): (.+)$/.exec(line);
      if (!read) throw new Error(`Not a line of the lexicon: ${line}`);
      const [, weight, part = "", terms = ""] = read;
      return listed(terms).map((term) => ({ term, weight: Number(weight), part }));
    });
}

const listed = (terms: string): string[] =>
  terms
    .split(/[,\n]/)
    .map((term) => term.trim())
    .filter((term) => term !== "");

/** All the data, Russian first: where two languages have one word, the later one's judgement holds. */
export const languageData = [
  { language: "ru", feeling: russianFeeling, markers: russian },
  { language: "uk", feeling: ukrainianFeeling, markers: ukrainian },
  { language: "en", feeling: englishFeeling, markers: english },
] as const;

/** The data, compiled to be searched. */
export interface Lexicon {
  /** Words and phrases that carry or change a feeling. */
  readonly senses: Patterns<Sense>;
  /** Words and phrases that tell what the writer wants. */
  readonly wishes: Patterns<Wish>;
  /** Words that an appointment or an order is made of, by their part: a time, a free place, a size, a price. */
  readonly details: Patterns<{ readonly part: string; readonly weight: number }>;
  /** Words by which a text without feeling is a complaint or isn't. */
  readonly tales: Patterns<TaleRole>;
}

let compiled: Lexicon | undefined;

/** The lexicon; compiled when it is asked for first, which takes a few tenths of a second. */
export function lexicon(): Lexicon {
  compiled ??= compile();
  return compiled;
}

function compile(): Lexicon {
  const senses = new Patterns<Sense>();
  const wishes: Lexicon["wishes"] = new Patterns();
  const details: Lexicon["details"] = new Patterns();
  const tales: Lexicon["tales"] = new Patterns();
  for (const { term, weight } of weightedTerms(emoji)) senses.add(normalise(term), { role: "feeling", weight });
  for (const { feeling, markers } of languageData) {
    for (const role of modifierRoles) for (const term of listed(normalise(markers[role]))) senses.add(term, { role });
    for (const { term, weight, part } of weightedTerms(normalise(feeling))) {
      senses.add(term, { role: feelingRoles.find((role) => role === part) ?? "feeling", weight });
    }
    for (const role of taleRoles) for (const term of listed(normalise(markers[role]))) tales.add(term, role);
    for (const { term, weight, part } of weightedTerms(normalise(markers.detail))) details.add(term, { weight, part });
    for (const role of wishRoles)
      for (const { term, weight } of weightedTerms(normalise(markers[role]))) wishes.add(term, { role, weight });
  }
  return { senses, wishes, details, tales };
}

const setOf = ({ functionWords }: Markers): ReadonlySet<string> => new Set(listed(functionWords).map(normalise));

/** Words that a language uses all the time and the others don't. */
export const functionWords: Readonly<Record<Exclude<TextLanguage, "unknown">, ReadonlySet<string>>> = {
  uk: setOf(ukrainian),
  ru: setOf(russian),
  en: setOf(english),
};

/** Whether a word alone is a term that carries or changes a feeling. */
export const hasTerm = (word: string): boolean =>
  lexicon().senses.match([{ kind: "word", text: word }], 0) !== undefined;
