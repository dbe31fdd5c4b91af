import type { Message, Outgoing, Thread, ThreadView } from "#core/inbox/index.ts";
import type { Language } from "#core/kernel/language.ts";
import type { Publication } from "#core/publishing/index.ts";
import { type ApiError, toApiError } from "../errors.ts";

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
  reply?: { state: (typeof replyStates)[Outgoing["state"]]; failure?: ApiError | undefined };
}

const messageView = (message: Message): MessageView => ({
  id: message.id,
  own: message.own,
  author: { name: message.author?.name },
  text: message.text,
  at: message.occurredAt,
  state: message.removed ? "removed" : message.hidden ? "hidden" : "visible",
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
    .map(({ id, text = "", requestedAt, state, failure, by }) => ({
      id,
      own: true,
      author: { name: names.get(by) },
      text,
      at: requestedAt,
      state: "visible",
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
