import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { reviewOfChannel } from "./errors.ts";
import type { ImportedDeps } from "./imported.ts";
import { countedAnew } from "./imported-figures.ts";
import type { Review } from "./model.ts";
import { type ReadText, reviewFrom } from "./review-facts.ts";

/**
 * Takes an imported review away that should never have been here: of it nothing is kept but that it came, who removed it
 * and when, so that the same row of a table does not bring it back. Doing it again changes nothing.
 */
export async function removeImported(
  deps: ImportedDeps,
  actor: Actor,
  { reviewId }: { reviewId: string },
): Promise<Result<Review, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const review = await deps.reviews.get(workspaceId, reviewId);
  if (!review) return err(notFound());
  if (!review.imported) return err(reviewOfChannel());
  if (review.imported.removed) return ok(review);
  const at = deps.clock.nowMs();
  const gone = emptied(review, { by: actorName(actor), at });
  const save = () => deps.reviews.save(gone, review.revision);
  const saved = await countedAnew(deps, workspaceId, [review.occurredAt], save);
  return saved ? ok(gone) : err(conflict("changed-meanwhile"));
}

const noWords: ReadText = () => ({ sentiment: "neutral", language: "unknown" });

function emptied(review: Review, removed: { readonly by: string; readonly at: number }): Review {
  const { facts, imported } = review;
  const stamp = <T>(value: T) => ({ at: removed.at, rank: 2, value });
  const nothing = {
    ...facts,
    presence: stamp("removed" as const),
    opinion: stamp(null),
    opinions: [],
    author: undefined,
  };
  return {
    ...reviewFrom(review, nothing, noWords),
    id: review.id,
    answeredAt: review.answeredAt,
    imported: imported && { place: imported.place, by: imported.by, at: imported.at, removed },
  };
}
