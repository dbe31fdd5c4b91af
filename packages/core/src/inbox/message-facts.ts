import type { InboundMessage } from "../channels/inbound.ts";
import { digestOf, earliest, newer, type Stamped } from "../kernel/stamped.ts";
import { classify } from "./classify/classify.ts";
import { type ChannelPlace, messageIdOf } from "./identity.ts";
import { type Message, type MessageFacts, messageKinds } from "./model.ts";

/** At the same instant an edit follows the addition, and a removal or hiding follows both. */
const rank = { added: 0, edited: 1, unhidden: 0, hidden: 1, removed: 2 } as const;

/** What one report of a platform tells about a message. */
export function factsOf(item: InboundMessage): MessageFacts {
  const stamp = <T>(value: T): Stamped<T> => ({ at: item.occurredAt, rank: rank[item.change], value });
  const carriesContent = item.change === "added" || item.change === "edited";
  const content =
    item.change === "removed"
      ? stamp(null)
      : carriesContent && (item.text !== undefined || item.attachments.length > 0)
        ? stamp({ text: item.text ?? "", attachments: item.attachments })
        : undefined;
  return {
    kind: item.messageKind,
    own: item.own,
    seen: carriesContent,
    reportedAt: item.occurredAt,
    addedAt: item.change === "added" ? item.occurredAt : undefined,
    presence: item.change === "added" ? stamp("present") : item.change === "removed" ? stamp("removed") : undefined,
    content,
    hidden: item.change === "hidden" ? stamp(true) : item.change === "unhidden" ? stamp(false) : undefined,
    author: item.author && stamp(item.author),
    parent: item.parentRemoteId === undefined ? undefined : stamp(item.parentRemoteId),
    post: item.postRemoteId === undefined ? undefined : stamp(item.postRemoteId),
  };
}

/** What a message's text tells that turned out to be another since, seen at `at` (epoch ms); its files stay. */
export const editedFacts = (facts: MessageFacts, text: string, at: number): MessageFacts => ({
  kind: facts.kind,
  own: facts.own,
  seen: true,
  reportedAt: facts.reportedAt,
  content: { at, rank: rank.edited, value: { text, attachments: facts.content?.value?.attachments ?? [] } },
});

/** That the platform's lists, as they were at `at` (epoch ms), show a message no more: what a removal would tell. */
export const missingFacts = ({ kind, own, reportedAt }: MessageFacts, at: number): MessageFacts => ({
  kind,
  own,
  seen: false,
  reportedAt,
  presence: { at, rank: rank.removed, value: "missing" },
  content: { at, rank: rank.removed, value: null },
});

/** That they showed it again at `at`, and what it says. */
export const returnedFacts = (item: InboundMessage, at: number): MessageFacts => ({
  ...factsOf(item),
  presence: { at, rank: rank.added, value: "present" },
  content: { at, rank: rank.added, value: { text: item.text ?? "", attachments: item.attachments } },
});

/** Removed, or missing without a word of it since. An edit that is told again after the removal brings nothing back. */
function isRemoved({ presence, content }: MessageFacts): boolean {
  if (presence?.value !== "missing") return presence?.value === "removed";
  return !content?.value || content.at <= presence.at;
}

/**
 * Puts two sets of facts together. Commutative, associative and idempotent, so that what is stored depends on the set of
 * reports alone: not on their order, their number, nor how they were batched.
 */
export function mergeFacts(a: MessageFacts | undefined, b: MessageFacts): MessageFacts {
  if (!a) return b;
  return {
    kind: messageKinds.find((kind) => kind === a.kind || kind === b.kind) ?? a.kind,
    own: a.own || b.own,
    seen: a.seen || b.seen,
    addedAt: earliest(a.addedAt, b.addedAt),
    reportedAt: Math.min(a.reportedAt, b.reportedAt),
    presence: newer(a.presence, b.presence),
    content: newer(a.content, b.content),
    hidden: newer(a.hidden, b.hidden),
    liked: newer(a.liked, b.liked),
    author: newer(a.author, b.author),
    parent: newer(a.parent, b.parent),
    post: newer(a.post, b.post),
    sent: firstSent(a.sent, b.sent),
    correction: newer(a.correction, b.correction),
  };
}

function firstSent(a: MessageFacts["sent"], b: MessageFacts["sent"]): MessageFacts["sent"] {
  if (!a || !b) return a ?? b;
  return a.at < b.at || (a.at === b.at && a.outgoingId <= b.outgoingId) ? a : b;
}

/** Where a message is stored. */
export interface MessagePlace extends ChannelPlace {
  readonly threadId: string;
  readonly remoteId: string;
}

/** The message as the product shows and counts it, from its facts. Pure. */
export function messageFrom(place: MessagePlace, facts: MessageFacts): Message {
  const { workspaceId, channelId, platform, threadId, remoteId } = place;
  const removed = isRemoved(facts);
  const content = removed ? null : facts.content?.value;
  const text = content?.text ?? "";
  return {
    workspaceId,
    threadId,
    id: messageIdOf(channelId, remoteId),
    channelId,
    platform,
    remoteId,
    facts,
    revision: digestOf(facts),
    kind: facts.kind,
    own: facts.own,
    occurredAt: facts.addedAt ?? facts.sent?.at ?? facts.reportedAt,
    known: facts.seen,
    removed,
    hidden: facts.hidden?.value ?? false,
    liked: facts.liked?.value ?? false,
    edited: facts.content?.rank === rank.edited && content !== null,
    text,
    attachments: content?.attachments ?? [],
    author: facts.author?.value,
    parentRemoteId: facts.parent?.value,
    postRemoteId: facts.post?.value,
    sentBy: facts.sent?.by,
    ...classificationOf(facts, text),
  };
}

/** What the terms decide, or a member who corrected them. A correction of words that were edited since holds no more. */
function classificationOf(facts: MessageFacts, text: string): Pick<Message, "classification" | "corrected"> {
  if (facts.own || text.trim() === "") return { classification: undefined };
  const classified = classify(text);
  const { correction, content } = facts;
  if (!correction || (content && content.at > correction.at)) return { classification: classified };
  const { sentiment, intent, by } = correction.value;
  return {
    classification: { ...classified, sentiment, intent },
    corrected: { by, at: correction.at, sentiment: classified.sentiment, intent: classified.intent },
  };
}
