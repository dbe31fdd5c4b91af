import type { Manifest } from "#core/channels/manifest.ts";
import {
  actionsOn,
  answerKeyOf,
  isSnoozed,
  type Message,
  type MessageAction,
  type MessagingWindow,
  mayReplyPrivately,
  type Outgoing,
  outgoingIdOf,
  type Thread,
  type ThreadNote,
  type ThreadView,
} from "#core/inbox/index.ts";
import type { Language } from "#core/kernel/language.ts";
import type { Publication } from "#core/publishing/index.ts";
import { hideKeyOf, type RuleRun } from "#core/rules/index.ts";
import { type ApiError, toApiError } from "../errors.ts";

/** A thread as a line of the inbox at an instant, epoch ms. */
export const threadView = (thread: Thread, now: number) => ({
  id: thread.id,
  channelId: thread.channelId,
  kind: thread.kind,
  author: { name: thread.person?.name },
  excerpt: thread.excerpt,
  lastAt: thread.lastAt,
  /** The newest message, whose beginning the excerpt is, is ours. */
  lastOwn: thread.lastOwn,
  unanswered: thread.unanswered,
  state: isSnoozed(thread, now) ? ("snoozed" as const) : thread.state,
  snoozedUntil: isSnoozed(thread, now) ? thread.snooze?.until : undefined,
  /** It was set aside and its time has come, epoch ms. */
  returnedAt: thread.snooze && thread.snooze.until <= now ? thread.snooze.until : undefined,
  labels: thread.labels,
  sentiment: thread.sentiment,
  intent: thread.intent,
  language: thread.language,
  dueAt: thread.dueAt,
  assignee: thread.assigneeId,
  priority: thread.priority ?? ("normal" as const),
  /** Our newest reply has not reached the person, or nobody knows. */
  unsent: thread.unsent?.state,
  review: thread.review && { rating: thread.review.rating, recommends: thread.review.recommends },
});

/** A note as members read it. */
export const noteView = ({ id, text, by, at }: ThreadNote, names: ReadonlyMap<string, string>) => ({
  id,
  text,
  by,
  name: names.get(by),
  at,
});

/** How a reply on its way is spoken of: what has happened to it. */
const replyStates = {
  queued: "queued",
  sending: "sending",
  unconfirmed: "unconfirmed",
  done: "sent",
  failed: "failed",
} as const satisfies Record<Outgoing["state"], string>;

/** A message of a conversation: the platform's, a review, or a reply of ours that is under way or failed. */
export interface MessageView {
  id: string;
  own: boolean;
  author: { name?: string | undefined };
  text: string;
  /** Epoch ms. */
  at: number;
  state: "visible" | "hidden" | "removed";
  edited: boolean;
  liked?: boolean;
  classification?: Message["classification"];
  corrected?: Message["corrected"];
  /** Below a comment: seen by its author alone. */
  privately?: boolean;
  /** Until when the author of a comment may be written to privately, epoch ms; absent where that is not possible, or was done. */
  privateUntil?: number | undefined;
  /** Of our own answers: the member who wrote it, when it was sent from here. */
  by?: string | undefined;
  /** Of our own answers: what a later reply says it has seen. */
  answerKey?: string;
  /** Of our own answers: how good it is, 0..100, and each part of it. */
  quality?: Message["quality"];
  reply?: { state: (typeof replyStates)[Outgoing["state"]]; failure?: ApiError | undefined };
  /** What is under way with it on the platform, or was refused there. */
  actions?: { kind: MessageAction["kind"]; state: "acting" | "failed"; failure?: ApiError | undefined }[];
}

const actionView = (language: Language, { kind, state, failure }: MessageAction) => ({
  kind,
  state: state === "failed" ? ("failed" as const) : ("acting" as const),
  failure: failure && toApiError(language, failure),
});

const messageView = (
  message: Message,
  asked: readonly Outgoing[],
  { names, language, manifest, now }: Pick<Shown, "names" | "language" | "manifest" | "now">,
): MessageView => ({
  id: message.id,
  privateUntil: manifest && mayReplyPrivately(manifest, message, asked, now),
  own: message.own,
  // Of our own the member: the platform would say the channel, which everybody sees anyway.
  author: { name: message.own ? names.get(message.sentBy ?? "") : message.author?.name },
  text: message.text,
  at: message.occurredAt,
  state: message.removed ? "removed" : message.hidden ? "hidden" : "visible",
  edited: message.edited,
  liked: message.liked,
  classification: message.classification,
  corrected: message.corrected,
  ...(message.own && { answerKey: answerKeyOf(message), by: message.sentBy, quality: message.quality }),
  actions: actionsOn(message, asked).map((action) => actionView(language, action)),
});

interface Shown {
  readonly language: Language;
  readonly manifest: Manifest | undefined;
  /** Members' names by their id. */
  readonly names: ReadonlyMap<string, string>;
  readonly publication: Publication | null;
  readonly window: MessagingWindow | undefined;
  /** What rules have done in the thread. */
  readonly runs: readonly RuleRun[];
  /** Epoch ms. */
  readonly now: number;
}

/** The reply that a rule laid ready, as long as nobody has answered what it answers. */
function draftView({ thread, messages, review, outgoing }: ThreadView) {
  const { draft } = thread;
  if (!draft) return undefined;
  const isAnswered =
    messages.some(({ id, answeredAt }) => id === draft.itemId && answeredAt !== undefined) ||
    (review?.id === draft.itemId && review.state === "answered") ||
    outgoing.some(({ kind, state, requestedAt }) => kind === "reply" && state !== "failed" && requestedAt >= draft.at);
  return isAnswered ? undefined : { text: draft.text, rule: draft.rule, at: draft.at };
}

/** One thing that a rule did, or could not do. */
const ruledView = (step: RuleRun["steps"][number], run: RuleRun, asked: readonly Outgoing[], shown: Shown) => ({
  at: run.at,
  rule: step.ruleName,
  kind: step.kind,
  /** To whom, or which labels. */
  what:
    step.kind === "assign"
      ? shown.names.get(step.memberId)
      : step.kind === "label"
        ? step.labels.join(", ")
        : undefined,
  outcome: step.outcome,
  /** What has become of hiding on the platform; absent while it is under way. */
  hiding: step.kind === "hide" && step.outcome === "done" ? hidingOf(run, asked, shown.language) : undefined,
});

function hidingOf({ threadId, id }: RuleRun, asked: readonly Outgoing[], language: Language) {
  const hiding = asked.find((one) => one.id === outgoingIdOf(threadId, hideKeyOf(id)));
  if (hiding?.state === "done") return { done: true as const };
  if (hiding?.state !== "failed" || !hiding.failure) return undefined;
  return { done: false as const, failure: toApiError(language, hiding.failure) };
}

/** A thread with its messages, and the replies that are under way or failed as messages of ours. */
export function threadPageView(view: ThreadView, shown: Shown) {
  const { thread, messages, review, outgoing, asked, otherThreads, lead, notes, present } = view;
  const { language, names, publication, window, runs, now } = shown;
  const reviewMessage: MessageView | null | undefined = review && {
    id: review.id,
    own: false,
    author: { name: review.author?.name },
    text: review.text,
    at: review.occurredAt,
    state: review.removed ? "removed" : "visible",
    edited: review.edited,
  };
  const replies: MessageView[] = outgoing
    .filter(({ kind }) => kind === "reply")
    .map(({ id, text = "", requestedAt, state, failure, by, target }) => ({
      id,
      ...(target.privately && { privately: true }),
      own: true,
      author: { name: names.get(by) },
      text,
      at: requestedAt,
      state: "visible",
      edited: false,
      by,
      ...(state !== "failed" && { answerKey: id }),
      reply: { state: replyStates[state], failure: failure && toApiError(language, failure) },
    }));
  return {
    thread: threadView(thread, now),
    messages: [
      ...(reviewMessage ? [reviewMessage] : []),
      ...messages.map((message) => ({
        ...messageView(message, asked, shown),
        ...(message.kind === "direct" && thread.kind !== "direct" && { privately: true }),
      })),
      ...replies,
    ].sort((a, b) => a.at - b.at),
    notes: notes.map((note) => noteView(note, names)),
    present: present.map(({ memberId, activity }) => ({ memberId, name: names.get(memberId), activity })),
    window,
    draft: draftView(view),
    ruled: runs.flatMap((run) => run.steps.map((step) => ruledView(step, run, asked, shown))),
    person: {
      name: thread.person?.name,
      threads: otherThreads.length + 1,
      others: otherThreads.map((other) => threadView(other, now)),
      lead: lead && { id: lead.id, name: lead.name, stage: lead.stage },
    },
    post: publication && {
      id: publication.postId,
      text: publication.content.text,
      url: publication.url,
      publishedAt: publication.publishedAt,
    },
  };
}
