import {
  buyingPhrases,
  diminishers,
  functionWords,
  intensifiers,
  negators,
  questionStarts,
  spamPhrases,
  turns,
} from "./markers.ts";
import type { Classification, Intent, TextLanguage } from "./model.ts";
import { normalise, phrases, type Token, tokens, weightOf } from "./words.ts";

/** What follows after so many characters changes nothing and costs time. */
const longestRead = 10_000;

/**
 * Says which language a text is in, what it feels and what it wants, by a lexicon and a few rules (negation, emphasis,
 * «але»), and by which terms that was decided. Ukrainian, English and Russian, also mixed. Pure.
 */
export function classify(text: string): Classification {
  const normalised = normalise(text.slice(0, longestRead));
  const list = tokens(normalised);
  const feeling = feel(normalised, list);
  const wish = intentOf(normalised, feeling.score);
  return {
    language: languageOf(list),
    sentiment: feeling.score <= -1 ? "negative" : feeling.score >= 1 ? "positive" : "neutral",
    intent: wish.intent,
    terms: [...new Set([...feeling.terms, ...wish.terms])].slice(0, 12),
  };
}

/** By letters that only one language has, and by its function words. Cyrillic that nothing decides counts as Ukrainian. */
export function languageOf(list: readonly Token[]): TextLanguage {
  const score = { uk: 0, ru: 0, en: 0 };
  for (const { kind, text } of list) {
    if (kind !== "word") continue;
    if (/[a-z]/.test(text)) score.en += 1;
    if (/[іїєґ]/.test(text)) score.uk += 2;
    else if (/[ыэъ]/.test(text)) score.ru += 2;
    if (/[а-яіїєґ]/.test(text)) score.uk += 0.5;
    if (/[а-я]/.test(text)) score.ru += 0.4;
    for (const language of ["uk", "ru", "en"] as const) if (functionWords[language].has(text)) score[language] += 1;
  }
  const best = (["uk", "ru", "en"] as const).reduce((a, b) => (score[b] > score[a] ? b : a));
  return score[best] === 0 ? "unknown" : best;
}

interface Feeling {
  readonly score: number;
  readonly terms: readonly string[];
}

function feel(normalised: string, list: readonly Token[]): Feeling {
  const terms: string[] = [];
  let rest = list;
  let score = 0;
  for (const [phrase, weight] of phrases) {
    if (!containsPhrase(normalised, phrase)) continue;
    score += weight;
    terms.push(phrase);
    rest = withoutPhrase(rest, phrase.split(" "));
  }
  const words = feelOfWords(rest);
  return { score: score + words.score, terms: [...terms, ...words.terms] };
}

const containsPhrase = (normalised: string, phrase: string): boolean => {
  const at = normalised.indexOf(phrase);
  return at === 0 || (at > 0 && !/[\p{L}\p{N}]/u.test(normalised[at - 1] ?? ""));
};

function withoutPhrase(list: readonly Token[], parts: readonly string[]): readonly Token[] {
  const start = list.findIndex((_, i) => parts.every((part, j) => list[i + j]?.text.startsWith(part)));
  return start < 0 ? list : [...list.slice(0, start), ...list.slice(start + parts.length)];
}

function feelOfWords(list: readonly Token[]): Feeling {
  let before = 0;
  let score = 0;
  let negatedFor = 0;
  let emphasis = 1;
  const terms: string[] = [];
  for (const token of list) {
    if (token.kind === "break") {
      negatedFor = 0;
      emphasis = 1;
      continue;
    }
    if (turns.has(token.text)) {
      before += score * 0.5;
      score = 0;
      negatedFor = 0;
      continue;
    }
    const weight = weightOf(token);
    if (weight) {
      const negated = negatedFor > 0 && token.kind === "word";
      score += (negated ? -weight * 0.75 : weight) * emphasis;
      terms.push(negated ? `не/not ${token.text}` : token.text);
      emphasis = 1;
    } else if (intensifiers.has(token.text)) emphasis = 1.5;
    else if (diminishers.has(token.text)) emphasis = 0.5;
    negatedFor = negators.has(token.text) ? 3 : Math.max(0, negatedFor - 1);
  }
  return { score: before + score, terms };
}

function intentOf(normalised: string, score: number): { intent: Intent; terms: readonly string[] } {
  const spam = spamPhrases.filter((phrase) => containsPhrase(normalised, phrase));
  const link = /(https?:\/\/|www\.|t\.me\/|bit\.ly)/.test(normalised);
  if (spam.length >= 2 || (spam.length === 1 && link)) return { intent: "spam", terms: spam };
  if (score <= -1) return { intent: "complaint", terms: [] };
  const buying = buyingPhrases.filter((phrase) => containsPhrase(normalised, phrase));
  if (buying.length > 0 && score < 3) return { intent: "buying-interest", terms: buying };
  if (normalised.includes("?")) return { intent: "question", terms: ["?"] };
  const asked = normalised.split(/[.!\n]+/).flatMap((sentence) => {
    const start = questionStarts.find((word) => sentence.trim().startsWith(word));
    return start ? [start.trim()] : [];
  });
  if (asked.length > 0 && score < 1) return { intent: "question", terms: asked };
  return { intent: score >= 1 ? "praise" : "other", terms: [] };
}
