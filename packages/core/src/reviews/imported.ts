import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { notImported } from "./errors.ts";
import type { Review } from "./model.ts";
import type { Reviews } from "./ports.ts";
import { type ReadText, reviewFactsOf, reviewFrom, reviewIdOf } from "./review-facts.ts";
import { withAnswer } from "./store-review.ts";

/** The channel and platform of reviews that came from a table: they are counted and listed as one more channel. */
export const importedChannel = "imported";

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

/**
 * Stores a review from a table once; false for one that is there already. It is in the queue, the list and the figures like
 * any other; it has no conversation, sets off no rule and no alert, and nothing is sent to where it stands.
 */
export async function storeImported(
  deps: { reviews: Pick<Reviews, "save">; readText: ReadText; clock: Clock },
  actor: Actor,
  { place, key, author, rating, recommends, text, occurredAt, answered }: ImportedRow,
): Promise<boolean> {
  const { workspaceId } = actor;
  const id = reviewIdOf(importedChannel, `${workspaceId} ${key}`);
  const facts = reviewFactsOf({
    ...{ kind: "review", change: "added", channelRemoteId: importedChannel, remoteId: id, occurredAt },
    ...{ rating, recommends, text, author: author === undefined ? undefined : { remoteId: author, name: author } },
  });
  const by = actorName(actor);
  const where = { workspaceId, channelId: importedChannel, platform: importedChannel, remoteId: id, threadId: id };
  const review: Review = {
    ...reviewFrom(where, facts, deps.readText),
    id,
    imported: {
      place,
      by,
      at: deps.clock.nowMs(),
      ...(answered?.text && { answer: answerOf(answered.text, by, answered.at) }),
    },
  };
  return deps.reviews.save(withAnswer(review, answered?.at), null);
}

const answerOf = (text: string, by: string, at: number) => ({ text, by, at });

export const recordAnswerSchema = v.object({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(8000)),
});

/**
 * Keeps what a member answered by hand where an imported review stands; the last counts, the time is that of the first.
 */
export async function recordAnswer(
  deps: { reviews: Pick<Reviews, "get" | "save">; clock: Clock },
  actor: Actor,
  { reviewId, text }: { reviewId: string; text: string },
): Promise<Result<Review, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const review = await deps.reviews.get(actor.workspaceId, reviewId);
  if (!review) return err(notFound());
  if (!review.imported) return err(notImported());
  const now = deps.clock.nowMs();
  const answer = answerOf(text, actorName(actor), now);
  const answered = withAnswer({ ...review, imported: { ...review.imported, answer } }, review.answeredAt ?? now);
  const saved = await deps.reviews.save(answered, review.revision);
  return saved ? ok(answered) : err(conflict("changed-meanwhile"));
}
