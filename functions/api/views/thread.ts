import type { Message, Outgoing, Thread, ThreadView } from "#core/inbox/index.ts";
import type { Language } from "#core/kernel/language.ts";
import type { Publication } from "#core/publishing/index.ts";
import { toApiError } from "../errors.ts";

/** A thread as a line of the inbox. */
export const threadView = (thread: Thread) => ({
  id: thread.id,
  channelId: thread.channelId,
  kind: thread.kind,
  author: { name: thread.person?.name },
  excerpt: thread.excerpt,
  lastAt: thread.lastAt,
  unanswered: thread.unanswered,
  state: thread.state,
  sentiment: thread.sentiment,
  intent: thread.intent,
  dueAt: thread.dueAt,
  assignee: thread.assigneeId,
  review: thread.review && { rating: thread.review.rating, recommends: thread.review.recommends },
});

/** How a reply on its way is spoken of: what has happened to it. */
const replyStates = {
  queued: "queued",
  sending: "sending",
  unconfirmed: "unconfirmed",
  done: "sent",
  failed: "failed",
} as const satisfies Record<Outgoing["state"], string>;

const messageView = (message: Message) => ({
  id: message.id,
  own: message.own,
  author: { name: message.author?.name },
  text: message.text,
  at: message.occurredAt,
  state: message.removed ? ("removed" as const) : message.hidden ? ("hidden" as const) : ("visible" as const),
  edited: message.edited,
  liked: message.liked,
  classification: message.classification,
});

/** A thread with its messages, and the replies that are under way or failed as messages of ours. */
export function threadPageView(
  language: Language,
  view: ThreadView,
  names: ReadonlyMap<string, string>,
  publication: Publication | null,
) {
  const { thread, messages, review, outgoing, otherThreads } = view;
  const reviewMessage = review && {
    id: review.id,
    own: false,
    author: { name: review.author?.name },
    text: review.text,
    at: review.occurredAt,
    state: review.removed ? ("removed" as const) : ("visible" as const),
    edited: review.edited,
  };
  const replies = outgoing
    .filter(({ kind }) => kind === "reply")
    .map(({ id, text = "", requestedAt, state, failure, by }) => ({
      id,
      own: true,
      author: { name: names.get(by) },
      text,
      at: requestedAt,
      state: "visible" as const,
      edited: false,
      reply: { state: replyStates[state], failure: failure && toApiError(language, failure) },
    }));
  return {
    thread: threadView(thread),
    messages: [...(reviewMessage ? [reviewMessage] : []), ...messages.map(messageView), ...replies].sort(
      (a, b) => a.at - b.at,
    ),
    person: {
      name: thread.person?.name,
      threads: otherThreads.length + 1,
      others: otherThreads.map(threadView),
    },
    post: publication && {
      id: publication.postId,
      text: publication.content.text,
      url: publication.url,
      publishedAt: publication.publishedAt,
    },
  };
}
