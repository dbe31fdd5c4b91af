import { recommendationTexts } from "../i18n/recommendations.ts";
import type { Language } from "../kernel/language.ts";
import type { Recommendation } from "./model.ts";

/** A recommendation in words: what was found, what that rests on, and the name of the task that it makes. */
export interface RecommendationWords {
  readonly title: string;
  readonly evidence: string;
  readonly task: string;
}

/** The words of a recommendation in a language. */
export function recommendationWords(
  language: Language,
  { rule, params }: Pick<Recommendation, "rule" | "params">,
  channelName: string | undefined,
): RecommendationWords {
  const texts = recommendationTexts(language)[rule];
  const say = { channel: channelName ?? "", params };
  return { title: texts.title(say), evidence: texts.evidence(say), task: texts.task(say) };
}
