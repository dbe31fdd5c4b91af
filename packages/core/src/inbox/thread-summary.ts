import type { Author } from "../channels/inbound.ts";
import { digestOf } from "../kernel/stamped.ts";
import { type Review, worsenedAt } from "../reviews/index.ts";
import { addBusinessTime } from "./business-hours.ts";
import type { Classification } from "./classify/model.ts";
import { type Thread, type ThreadKind, type ThreadSummary, threadKinds } from "./model.ts";
import type { PolicyAt } from "./response-targets.ts";

/** A message or review as a thread counts it. */
export interface Entry {
  readonly id: string;
  readonly kind: ThreadKind;
  readonly revision: string;
  readonly occurredAt: number;
  readonly own: boolean;
  readonly known: boolean;
  readonly removed: boolean;
  readonly hidden: boolean;
  readonly text: string;
  readonly author?: Author | undefined;
  readonly postRemoteId?: string | undefined;
  readonly classification?: Partial<Classification> | undefined;
  readonly edited?: boolean;
  /** Of a message: when it got the words that it has. */
  readonly facts?: { readonly content?: { readonly at: number } | undefined } | undefined;
  /** Of a review: when it was last changed for the worse. */
  readonly worsenedAt?: number | undefined;
}

/**
 * A review as an entry of its thread. What its text wants counts where the text agrees with the stars; a pleased review
 * may ask something.
 */
export const entryOfReview = (review: Review, classification: Classification): Entry => ({
  ...review,
  kind: "review",
  own: false,
  hidden: false,
  facts: undefined,
  worsenedAt: worsenedAt(review),
  classification: {
    language: classification.language,
    sentiment: review.sentiment,
    intent: classification.sentiment === review.sentiment ? classification.intent : intentOfSentiment[review.sentiment],
  },
});

const intentOfSentiment = { negative: "complaint", neutral: "other", positive: "praise" } as const;

/** The stars given beside a review's text; a recommendation counts as five, its opposite as one. */
export const ratingOf = ({ rating, recommends }: Review): number | undefined =>
  rating ?? (recommends === undefined ? undefined : recommends ? 5 : 1);

/** In the order of the conversation; of one instant (platforms count whole seconds) the customer's words come first. */
export const inOrder = <T extends { occurredAt: number; own: boolean; id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => a.occurredAt - b.occurredAt || Number(a.own) - Number(b.own) || (a.id < b.id ? -1 : 1));

const isVisible = (entry: Entry): boolean => entry.known && !entry.removed;

/** When an entry got the words that it has: platforms let both sides change them under the same id. */
const wordedAt = ({ edited, facts, occurredAt }: Entry): number =>
  edited && facts?.content ? Math.max(facts.content.at, occurredAt) : occurredAt;

/** What a person asks or complains of in an edited message is said anew; a typo in a thanks is not. */
const asksAnew = ({ sentiment, intent }: Entry["classification"] & object): boolean =>
  sentiment === "negative" || intent === "complaint" || intent === "question" || intent === "buying-interest";

/** When a customer said something that an earlier answer is no answer to: a review for the worse, a complaint by an edit. */
function saidAnewAt(entry: Entry): number | undefined {
  if (entry.own || entry.worsenedAt !== undefined) return entry.worsenedAt;
  const at = wordedAt(entry);
  return at > entry.occurredAt && entry.classification && asksAnew(entry.classification) ? at : undefined;
}

const ownIn = (entries: readonly Entry[]): Entry[] => inOrder(entries.filter((entry) => entry.own && entry.known));

/**
 * The time of the first own message at or after each customer's, by the customer message's id; of one that was said anew
 * only when we have said something since. An own message that was removed later has answered all the same.
 */
export function answersIn(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const own = ownIn(entries);
  const lastWordAt = Math.max(0, ...own.map(wordedAt));
  const answers = new Map<string, number>();
  for (const entry of entries) {
    if (entry.own || !entry.known || lastWordAt < (saidAnewAt(entry) ?? 0)) continue;
    const answer = own.find(({ occurredAt }) => occurredAt >= entry.occurredAt);
    if (answer !== undefined) answers.set(entry.id, answer.occurredAt);
  }
  return answers;
}

/** Since when the one who waits longest has been waiting: what was answered and then said anew, since then. */
function waitingSinceIn(entries: readonly Entry[], waiting: readonly Entry[]): number | undefined {
  const lastOwnAt = ownIn(entries).at(-1)?.occurredAt ?? 0;
  const since = waiting.map((entry) => (lastOwnAt >= entry.occurredAt && saidAnewAt(entry)) || entry.occurredAt);
  return since.length > 0 ? Math.min(...since) : undefined;
}

/** An entry as the mark of "done" remembers it. */
function markOf(entry: Entry): string {
  const anew = saidAnewAt(entry);
  return anew === undefined ? entry.id : `${entry.id} ${anew}`;
}

/**
 * What a thread's list entry says, from all that is in the thread: the same from the same entries, whatever was stored
 * before. `doneMark` is what the member's last "done" remembered.
 */
export function summarise(
  entries: readonly Entry[],
  review: Review | undefined,
  doneMark: string | undefined,
  policy: PolicyAt,
): ThreadSummary {
  const ordered = inOrder(entries);
  const visible = ordered.filter(isVisible);
  const customers = visible.filter((entry) => !entry.own);
  const answers = answersIn(entries);
  const waiting = customers.filter((entry) => !entry.hidden && !answers.has(entry.id));
  const customersDigest = digestOf(
    ordered
      .filter((entry) => !entry.own && entry.known)
      .map(markOf)
      .sort(),
  );
  const last = visible.at(-1) ?? ordered.at(-1);
  const lastCustomer = customers.at(-1);
  const waitingSince = waitingSinceIn(entries, waiting);
  return {
    kind: review ? "review" : kindOf(ordered),
    basis: digestOf(ordered.map(({ id, revision }) => [id, revision]).sort()),
    customers: customersDigest,
    ...standing(
      { messageCount: visible.length, customerCount: customers.length, customers: customersDigest, waitingSince },
      doneMark,
      policy,
    ),
    lastAt: last?.occurredAt ?? 0,
    lastOwn: last?.own ?? false,
    excerpt: excerptOf(last && isVisible(last) ? last.text : ""),
    messageCount: visible.length,
    customerCount: customers.length,
    unanswered: waiting.length,
    waitingSince,
    sentiment: lastCustomer?.classification?.sentiment,
    intent: lastCustomer?.classification?.intent,
    language: lastCustomer?.classification?.language,
    person: customers.find((entry) => entry.author)?.author,
    participants: participantsOf(visible),
    postRemoteId: ordered.find((entry) => entry.postRemoteId !== undefined)?.postRemoteId,
    review: review && { id: review.id, rating: review.rating, recommends: review.recommends },
  };
}

/**
 * Whether a thread waits to be dealt with, and until when: open while there is a customer's message that was not there,
 * or not said as it is now, when a member last marked the thread done.
 */
export function standing(
  thread: Pick<Thread, "messageCount" | "customerCount" | "customers" | "waitingSince">,
  doneMark: string | undefined,
  policy: PolicyAt,
): Pick<Thread, "state" | "dueAt"> {
  if (thread.messageCount === 0) return { state: "empty", dueAt: undefined };
  if (thread.customerCount === 0 || doneMark === thread.customers) return { state: "done", dueAt: undefined };
  const { waitingSince } = thread;
  return { state: "open", dueAt: waitingSince === undefined ? undefined : dueAt(waitingSince, policy(waitingSince)) };
}

const kindOf = (entries: readonly Entry[]): ThreadKind =>
  threadKinds.find((kind) => entries.some((entry) => entry.kind === kind)) ?? "comment";

const excerptOf = (text: string): string => {
  const points = [...text.replace(/\s+/g, " ").trim()];
  return points.length <= 140 ? points.join("") : `${points.slice(0, 139).join("")}…`;
};

const dueAt = (waitingSince: number, { targetMs, hours }: ReturnType<PolicyAt>): number | undefined =>
  addBusinessTime(waitingSince, targetMs, hours) ?? undefined;

function participantsOf(visible: readonly Entry[]): Author[] {
  const people = new Map<string, Author>();
  for (const { author, own } of visible) {
    if (author && !own && !people.has(author.remoteId)) people.set(author.remoteId, author);
  }
  return [...people.values()].slice(0, 5);
}

/** Whether a stored thread says anything else than this summary. */
export const differs = (thread: Thread, summary: ThreadSummary & Pick<Thread, "unsent">): boolean =>
  digestOf({ ...thread, ...summary }) !== digestOf(thread);
