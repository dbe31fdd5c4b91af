import { classify } from "#core/inbox/classify/classify.ts";
import { intents, sentiments } from "#core/inbox/classify/model.ts";
import { languages } from "./labelled-set.ts";
import { type Scores, scoresOf } from "./scores.ts";
import type { Sentence } from "./sentences-file.ts";

export interface Judgement {
  readonly sentences: number;
  readonly sentiment: Scores;
  readonly intent: Scores;
  /** The share of sentences whose language was recognised, 0..1. */
  readonly languageAccuracy: number;
  readonly spam: { readonly precision: number; readonly recall: number };
}

/** Classifies sentences and scores the answers: of each language that occurs, and of `all`. */
export function judge(sentences: readonly Sentence[]): Record<string, Judgement> {
  const answered = sentences.map((sentence) => ({ ...sentence, got: classify(sentence.text) }));
  const groups = languages.map((lang) => [lang, answered.filter((sentence) => sentence.lang === lang)] as const);
  const occurring = groups.filter(([, group]) => group.length > 0);
  return Object.fromEntries([...occurring, ["all", answered] as const].map(([name, group]) => [name, judged(group)]));
}

function judged(group: readonly (Sentence & { readonly got: ReturnType<typeof classify> })[]): Judgement {
  const intent = scoresOf(
    group.map((sentence) => [sentence.intent, sentence.got.intent]),
    intents,
  );
  const { precision = 0, recall = 0 } = intent.classes.spam ?? {};
  return {
    sentences: group.length,
    sentiment: scoresOf(
      group.map((sentence) => [sentence.sentiment, sentence.got.sentiment]),
      sentiments,
    ),
    intent,
    languageAccuracy: group.filter(({ lang, got }) => got.language === lang).length / group.length,
    spam: { precision, recall },
  };
}
