import { AlarmClock, Clock, Frown, MessageCircleX, Smile } from "lucide-preact";
import type { ThreadSummary } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { spanOf, whenOf } from "../../wording.ts";

/** How a message sounds; the neutral ones say nothing. */
export function SentimentPill({ sentiment }: { readonly sentiment: ThreadSummary["sentiment"] }) {
  if (sentiment === undefined || sentiment === "neutral") return null;
  const Icon = sentiment === "negative" ? Frown : Smile;
  return (
    <span class={`pill ${sentiment === "negative" ? "pill-poppy" : "pill-leaf"}`}>
      <Icon size={12} aria-hidden="true" />
      {t().inbox.sentiment[sentiment]}
    </span>
  );
}

/** What a message is after, where that was recognised. */
export function IntentPill({ intent }: { readonly intent: string | undefined }) {
  const text = intent && t().inbox.intent[intent];
  return text ? <span class="pill">{text}</span> : null;
}

/** How long there is to answer, or how long that has passed. */
export function TargetClock({ dueAt }: { readonly dueAt: number | undefined }) {
  const texts = t().inbox;
  if (dueAt === undefined) return <span class="pill pill-wheat">{texts.unanswered}</span>;
  const left = dueAt - now.value;
  return (
    <span class={`pill ${left < 0 ? "pill-poppy" : "pill-wheat"}`}>
      <Clock size={12} aria-hidden="true" />
      {left < 0 ? texts.overdueBy(spanOf(left)) : texts.answerIn(spanOf(left))}
    </span>
  );
}

/** That our reply has not reached the person, or that nobody knows. */
export function UnsentMark({ unsent }: Pick<ThreadSummary, "unsent">) {
  if (unsent === undefined) return null;
  return (
    <span class={`pill ${unsent === "failed" ? "pill-poppy" : "pill-wheat"}`}>
      <MessageCircleX size={12} aria-hidden="true" />
      {t().inbox.unsent[unsent]}
    </span>
  );
}

/** Until when a thread is set aside, or that it has come back from it. */
export function SnoozeMark({
  thread,
}: {
  readonly thread: Pick<ThreadSummary, "snoozedUntil" | "returnedAt" | "state">;
}) {
  const texts = t().inboxTeam;
  const { snoozedUntil, returnedAt, state } = thread;
  const back = returnedAt !== undefined && state === "open";
  if (snoozedUntil === undefined && !back) return null;
  return (
    <span class={`pill ${back ? "pill-wheat" : ""}`}>
      <AlarmClock size={12} aria-hidden="true" />
      {snoozedUntil === undefined
        ? texts.returned
        : texts.snoozedUntil(whenOf(snoozedUntil, me.value?.workspace.timeZone ?? "UTC"))}
    </span>
  );
}
