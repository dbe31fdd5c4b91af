import type { InboundReview } from "../channels/inbound.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { canonicalJson, digestOf, earliest, newer, type Stamped } from "../kernel/stamped.ts";
import type { Opinion, Review, ReviewFacts, ReviewLanguage } from "./model.ts";

const rank = { added: 0, edited: 1, removed: 2 } as const;

/** The id that a platform's review is stored under, once. */
export const reviewIdOf = (channelId: string, remoteId: string): string => derivedId("rev", channelId, remoteId);

/** What one report of a platform tells about a review. */
export function reviewFactsOf(item: InboundReview): ReviewFacts {
  const stamp = <T>(value: T): Stamped<T> => ({ at: item.occurredAt, rank: rank[item.change], value });
  const { rating, recommends, text } = item;
  const says = rating !== undefined || recommends !== undefined || text !== undefined;
  const opinion = says && item.change !== "removed" ? stamp({ rating, recommends, text }) : undefined;
  return {
    seen: item.change !== "removed",
    reportedAt: item.occurredAt,
    addedAt: item.change === "added" ? item.occurredAt : undefined,
    presence: item.change === "added" ? stamp("present") : item.change === "removed" ? stamp("removed") : undefined,
    opinion: item.change === "removed" ? stamp(null) : opinion,
    opinions: opinion ? [opinion] : [],
    author: item.author && stamp(item.author),
  };
}

/** That the platform's list, as it was at `at` (epoch ms), shows a review no more: what a removal would tell. */
export const missingReviewFacts = ({ reportedAt }: ReviewFacts, at: number): ReviewFacts => ({
  seen: false,
  reportedAt,
  presence: { at, rank: rank.removed, value: "missing" },
  opinion: { at, rank: rank.removed, value: null },
  opinions: [],
});

/** That it showed the review again at `at`, and what it says. */
export function returnedReviewFacts(items: readonly InboundReview[], at: number): ReviewFacts | undefined {
  const facts = items.map(reviewFactsOf).reduce<ReviewFacts | undefined>(mergeReviewFacts, undefined);
  return facts && { ...facts, presence: { at, rank: rank.added, value: "present" }, opinion: restamped(facts, at) };
}

const restamped = ({ opinion }: ReviewFacts, at: number): ReviewFacts["opinion"] => opinion && { ...opinion, at };

/** Removed, or missing without a word of it since. */
function isRemoved({ presence, opinion }: ReviewFacts): boolean {
  if (presence?.value !== "missing") return presence?.value === "removed";
  return !opinion?.value || opinion.at <= presence.at;
}

/** Puts two sets of facts together: commutative, associative, idempotent. */
export function mergeReviewFacts(a: ReviewFacts | undefined, b: ReviewFacts): ReviewFacts {
  if (!a) return b;
  return {
    seen: a.seen || b.seen,
    reportedAt: Math.min(a.reportedAt, b.reportedAt),
    addedAt: earliest(a.addedAt, b.addedAt),
    presence: newer(a.presence, b.presence),
    opinion: newer(a.opinion, b.opinion),
    opinions: united(a.opinions, b.opinions),
    author: newer(a.author, b.author),
  };
}

/** So many opinions of one review are kept: the first and the newest. */
const maxOpinions = 50;

/** All of both, each once, in the order of time; the same whatever comes first, also where some are dropped. */
function united(a: readonly Stamped<Opinion>[], b: readonly Stamped<Opinion>[]): Stamped<Opinion>[] {
  const all = new Map([...a, ...b].map((opinion) => [canonicalJson(opinion), opinion]));
  const [first, ...later] = [...all.values()].sort(
    (one, other) => one.at - other.at || one.rank - other.rank || (canonicalJson(one) < canonicalJson(other) ? -1 : 1),
  );
  return first ? [first, ...later.slice(1 - maxOpinions)] : [];
}

/** The opinions as a person sees them: what was only told again is no change. */
function historyOf(opinions: readonly Stamped<Opinion>[]): Review["history"] {
  const changes = opinions.filter(
    ({ value }, index) => canonicalJson(value) !== canonicalJson(opinions[index - 1]?.value),
  );
  return changes.map(({ at, value }) => ({ at, ...value }));
}

/** Where a review is stored. */
export type ReviewPlace = Pick<Review, "workspaceId" | "channelId" | "platform" | "remoteId" | "threadId">;

/** What a text feels and which language it is in; intake gives its classifier. */
export type ReadText = (text: string) => { readonly sentiment: Review["sentiment"]; readonly language: ReviewLanguage };

/**
 * The review as the product shows and counts it, from its facts. Stars and recommendations decide the sentiment (1-2
 * negative, 3 neutral, 4-5 positive); only without either does the text. Pure.
 */
export function reviewFrom(place: ReviewPlace, facts: ReviewFacts, readText: ReadText): Review {
  const { workspaceId, channelId, platform, remoteId, threadId } = place;
  const opinion = facts.opinion?.value;
  const removed = isRemoved(facts);
  const known = facts.seen;
  return {
    workspaceId,
    id: reviewIdOf(channelId, remoteId),
    channelId,
    platform,
    remoteId,
    threadId,
    facts,
    revision: digestOf(facts),
    occurredAt: facts.addedAt ?? facts.reportedAt,
    known,
    removed,
    edited: facts.opinion?.rank === rank.edited && opinion !== null,
    rating: opinion?.rating,
    recommends: opinion?.recommends,
    text: opinion?.text ?? "",
    history: historyOf(facts.opinions),
    author: facts.author?.value,
    sentiment: sentimentOfOpinion(opinion ?? undefined, readText),
    language: readText(opinion?.text ?? "").language,
    state: removed || !known ? "gone" : "open",
  };
}

function sentimentOfOpinion(
  opinion: { rating?: number | undefined; recommends?: boolean | undefined; text?: string | undefined } | undefined,
  readText: ReadText,
): Review["sentiment"] {
  if (opinion?.rating !== undefined)
    return opinion.rating <= 2 ? "negative" : opinion.rating < 4 ? "neutral" : "positive";
  if (opinion?.recommends !== undefined) return opinion.recommends ? "positive" : "negative";
  return readText(opinion?.text ?? "").sentiment;
}
