import { type CrisisTopic, crisisPhrases, crisisTopics, harmlessPhrases, negatorStems } from "./crisis-lexicon.ts";
import { findPhrase, isOf, sentencesOf, type Word } from "./text-words.ts";

export interface CrisisWords {
  readonly topic: CrisisTopic;
  /** The words that decided it, as they are written. */
  readonly words: string;
}

type Phrases = readonly (readonly string[])[];

const parsed = (text: string | undefined): Phrases =>
  (text ?? "")
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "")
    .map((phrase) => phrase.split(/\s+/));

const topics = (Object.keys(crisisTopics) as CrisisTopic[]).map((topic) => ({
  topic,
  phrases: parsed(crisisPhrases[topic]),
  harmless: [...parsed(harmlessPhrases.any), ...parsed(harmlessPhrases[topic])],
}));

/**
 * What of a crisis a text speaks of, each topic once: by phrases of stems (`crisis-lexicon.ts`), sentence by sentence.
 * A negation up to three words before in the same clause undoes a phrase («ніхто не отруївся», "won't sue"), as does a
 * phrase in the sentence that makes it harmless ("food court", «допоміг при отруєнні»). Pure.
 */
export function crisisWordsIn(text: string): CrisisWords[] {
  const sentences = sentencesOf(text);
  return topics.flatMap(({ topic, phrases, harmless }): CrisisWords[] => {
    for (const words of sentences) {
      const found = firstOf(words, phrases);
      if (found && !harmless.some((phrase) => findPhrase(words, phrase) >= 0)) return [{ topic, words: found }];
    }
    return [];
  });
}

/** The first phrase that stands in a sentence and is not negated, as written. */
function firstOf(words: readonly Word[], phrases: Phrases): string | undefined {
  for (const phrase of phrases) {
    for (let at = findPhrase(words, phrase); at >= 0; at = findPhrase(words, phrase, at + 1)) {
      if (phrase[0] === "не=" || !isNegated(words, at)) return wordsAt(words, at, phrase);
    }
  }
  return undefined;
}

function isNegated(words: readonly Word[], at: number): boolean {
  const clause = words[at]?.clause;
  return words
    .slice(Math.max(0, at - 3), at)
    .some((word) => word.clause === clause && negatorStems.some((stem) => isOf(word.text, stem)));
}

function wordsAt(words: readonly Word[], start: number, phrase: readonly string[]): string {
  let at = start;
  for (const stem of phrase.slice(1)) at += isOf(words[at + 1]?.text ?? "", stem) ? 1 : 2;
  return words
    .slice(start, at + 1)
    .map(({ text }) => text)
    .join(" ");
}
