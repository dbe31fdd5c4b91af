import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { fromCursor, toCursor } from "../kernel/cursor.ts";
import type { Failure } from "../kernel/failure.ts";
import { type Page, pageQuerySchema } from "../kernel/page.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { invalidCursor } from "./errors.ts";
import type { Review } from "./model.ts";
import type { Reviews } from "./ports.ts";

export const listReviewsSchema = v.object({
  ...pageQuerySchema.entries,
  /** `open` is the queue of unanswered ones. */
  state: v.optional(v.picklist(["open", "answered", "all"]), "all"),
});
export type ListReviewsInput = v.InferOutput<typeof listReviewsSchema>;

/** A page of the workspace's reviews, the newest first. Removed ones are in no list. */
export async function listReviews(
  deps: { reviews: Reviews },
  actor: Actor,
  input: ListReviewsInput,
): Promise<Result<Page<Review>, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const list = `reviews-${input.state}`;
  const position = input.cursor === undefined ? undefined : fromCursor(workspaceId, list, input.cursor);
  if (position === null) return err(invalidCursor());
  const after = position && { occurredAt: position.at, id: position.id };
  const states = input.state === "all" ? (["open", "answered"] as const) : [input.state];
  const lists = await Promise.all(states.map((state) => deps.reviews.list(workspaceId, state, input.limit + 1, after)));
  const found = lists.flat().sort((a, b) => b.occurredAt - a.occurredAt || (a.id < b.id ? 1 : -1));
  const items = found.slice(0, input.limit);
  const last = items.at(-1);
  const more = found.length > items.length && last;
  return ok({ items, cursor: more ? toCursor(workspaceId, list, { at: last.occurredAt, id: last.id }) : undefined });
}
