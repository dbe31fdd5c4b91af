import { alertTexts } from "../i18n/alerts.ts";
import type { Language } from "../kernel/language.ts";
import type { Alert } from "./model.ts";

type Said = Pick<Alert, "kind" | "count" | "params">;

/** An alert in words: what happened, and what we would do. */
export function wordsOf(language: Language, { kind, count, params }: Said, channelName: string | undefined) {
  const texts = alertTexts(language).kinds[kind];
  if (!texts) throw new Error(`No words for alerts of the kind ${kind}`);
  const say = { count, params, channel: channelName ?? "" };
  return { title: texts.title(say), decision: texts.decision(say) };
}
