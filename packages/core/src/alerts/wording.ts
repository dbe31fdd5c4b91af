import { alertTexts, sayOf } from "../i18n/alerts.ts";
import { failureText } from "../i18n/failures.ts";
import { type Failure, internal } from "../kernel/failure.ts";
import type { Language } from "../kernel/language.ts";
import type { Alert } from "./model.ts";

type Said = Pick<Alert, "kind" | "count" | "countBefore" | "params" | "sinceAt" | "lastSeenAt">;

/** An alert in words: what happened, and what we would do. */
export function wordsOf(language: Language, alert: Said, channelName: string | undefined) {
  const texts = alertTexts(language).kinds[alert.kind];
  if (!texts) throw new Error(`No words for alerts of the kind ${alert.kind}`);
  const say = sayOf(alert, channelName);
  return { title: texts.title(say), decision: texts.decision(say) };
}

/** What a post or an answer failed over, and what to do about it; absent for other kinds. */
export function causeOf(
  language: Language,
  { kind, params }: Pick<Alert, "kind" | "params">,
): { message: string; cure?: string } | undefined {
  if (kind !== "post-failed" && kind !== "answer-unsent") return undefined;
  const given: Failure = { ...internal(String(params.code)), params: JSON.parse(String(params.failureParams ?? "{}")) };
  return failureText(language, given);
}
