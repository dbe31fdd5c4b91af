import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { InboundReview } from "../channels/inbound.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { DirtyBuckets } from "../kernel/dirty-buckets.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { canonicalJson } from "../kernel/stamped.ts";
import { outdated, untilCurrent } from "../kernel/until-current.ts";
import { notImported } from "./errors.ts";
import { countedAnew, importedChannel } from "./imported-figures.ts";
import type { Review } from "./model.ts";
import type { Reviews } from "./ports.ts";
import { mergeReviewFacts, type ReadText, reviewFactsOf, reviewFrom, reviewIdOf } from "./review-facts.ts";
import { withAnswer } from "./store-review.ts";

/** A review that stands at a place to which no channel is connected, by a row of a table. */
export interface ImportedRow {
  /** Where it stands, in the members' words. */
  readonly place: string;
  /** What is the same for the same review, in whichever table it stands. */
  readonly key: string;
  readonly author: string | undefined;
  readonly rating: number | undefined;
  readonly recommends: boolean | undefined;
  readonly text: string;
  readonly occurredAt: number;
  /** When it was answered at its place, and what was answered, as far as it is known. */
  readonly answered: { readonly at: number; readonly text: string | undefined } | undefined;
}

export interface ImportedDeps {
  readonly reviews: Pick<Reviews, "get" | "save">;
  readonly dirtyBuckets: DirtyBuckets;
  readonly clock: Clock;
}

/**
 * Stores a review from a table once; one that is there already under its number learns what the table says otherwise. One
 * that was removed stays away. It is in the queue, the list and the figures like any other; it has no conversation, sets
 * off no rule and no alert, and nothing is sent to where it stands. True when something was stored.
 */
export async function storeImported(
  deps: ImportedDeps & { readonly readText: ReadText },
  actor: Actor,
  row: ImportedRow,
): Promise<boolean> {
  const { workspaceId } = actor;
  const id = reviewIdOf(importedChannel, `${workspaceId} ${row.key}`);
  return untilCurrent(`Review ${id}`, async () => {
    const stored = await deps.reviews.get(workspaceId, id);
    const next = stored ? corrected(deps, actor, stored, row) : begun(deps, actor, id, row);
    if (!next) return false;
    const days = [next.occurredAt, stored?.occurredAt ?? next.occurredAt];
    const save = () => deps.reviews.save(next, stored?.revision ?? null);
    return (await countedAnew(deps, workspaceId, days, save)) ? true : outdated;
  });
}

type StoreDeps = Pick<ImportedDeps, "clock"> & { readonly readText: ReadText };

const reportOf = (row: ImportedRow, change: "added" | "edited", occurredAt: number): InboundReview => ({
  ...{ kind: "review", change, channelRemoteId: importedChannel, remoteId: row.key, occurredAt },
  ...{ rating: row.rating, recommends: row.recommends, text: row.text },
  author: row.author === undefined ? undefined : { remoteId: row.author, name: row.author },
});

function begun({ clock, readText }: StoreDeps, actor: Actor, id: string, row: ImportedRow): Review {
  const { place, occurredAt, answered } = row;
  const { workspaceId } = actor;
  const by = actorName(actor);
  const where = { workspaceId, channelId: importedChannel, platform: importedChannel, remoteId: id, threadId: id };
  const review: Review = {
    ...reviewFrom(where, reviewFactsOf(reportOf(row, "added", occurredAt)), readText),
    id,
    imported: {
      place,
      by,
      at: clock.nowMs(),
      ...(answered?.text && { answer: answerOf(answered.text, by, answered.at) }),
    },
  };
  return withAnswer(review, answered?.at);
}

/** The review as a later table tells it; `null` where that says nothing new. An answer that is known here stays. */
function corrected({ clock, readText }: StoreDeps, actor: Actor, stored: Review, row: ImportedRow): Review | null {
  const { imported } = stored;
  if (!imported || imported.removed) return null;
  const isSaid = wordsOf(stored, stored.author?.name) === wordsOf(row, row.author);
  const isNewAnswer = stored.answeredAt === undefined && row.answered !== undefined;
  if (isSaid && stored.occurredAt === row.occurredAt && !isNewAnswer) return null;
  const facts = isSaid
    ? stored.facts
    : mergeReviewFacts(stored.facts, reviewFactsOf(reportOf(row, "edited", clock.nowMs())));
  const moved = { ...facts, addedAt: row.occurredAt, reportedAt: row.occurredAt };
  const by = actorName(actor);
  const answer = row.answered?.text ? answerOf(row.answered.text, by, row.answered.at) : undefined;
  const review: Review = {
    ...reviewFrom(stored, moved, readText),
    id: stored.id,
    imported: isNewAnswer && answer ? { ...imported, answer } : imported,
  };
  return withAnswer(review, stored.answeredAt ?? row.answered?.at);
}

const wordsOf = ({ rating, recommends, text }: Pick<Review, "rating" | "recommends" | "text">, author?: string) =>
  canonicalJson({ rating, recommends, text, author });

const answerOf = (text: string, by: string, at: number) => ({ text, by, at });

export const recordAnswerSchema = v.object({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(8000)),
});

/**
 * Keeps what a member answered by hand where an imported review stands; the last counts, the time is that of the first.
 */
export async function recordAnswer(
  deps: ImportedDeps,
  actor: Actor,
  { reviewId, text }: { reviewId: string; text: string },
): Promise<Result<Review, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const review = await deps.reviews.get(workspaceId, reviewId);
  if (!review || review.imported?.removed) return err(notFound());
  if (!review.imported) return err(notImported());
  const now = deps.clock.nowMs();
  const answer = answerOf(text, actorName(actor), now);
  const answered = withAnswer({ ...review, imported: { ...review.imported, answer } }, review.answeredAt ?? now);
  const save = () => deps.reviews.save(answered, review.revision);
  const saved = await countedAnew(deps, workspaceId, [review.occurredAt], save);
  return saved ? ok(answered) : err(conflict("changed-meanwhile"));
}
