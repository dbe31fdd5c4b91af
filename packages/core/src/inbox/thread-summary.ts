import type { Author } from "../channels/inbound.ts";
import { digestOf } from "../kernel/stamped.ts";
import type { Review } from "../reviews/index.ts";
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

/**
 * The time of the first own message at or after each customer's, by the customer message's id. An own message that was
 * removed later has answered all the same.
 */
export function answersIn(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const own = inOrder(entries.filter((entry) => entry.own && entry.known)).map(({ occurredAt }) => occurredAt);
  const answers = new Map<string, number>();
  for (const entry of entries) {
    if (entry.own || !entry.known) continue;
    const answer = own.find((at) => at >= entry.occurredAt);
    if (answer !== undefined) answers.set(entry.id, answer);
  }
  return answers;
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
      .map(({ id }) => id)
      .sort(),
  );
  const last = visible.at(-1) ?? ordered.at(-1);
  const lastCustomer = customers.at(-1);
  const waitingSince = waiting[0]?.occurredAt;
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
 * Whether a thread waits to be dealt with, and until when: open while there is a customer's message that was not there
 * when a member last marked the thread done.
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
