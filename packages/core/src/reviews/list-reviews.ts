import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { fromCursor, type TimePosition, toCursor } from "../kernel/cursor.ts";
import type { Failure } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { narrowedPage } from "../kernel/narrowed-page.ts";
import { type Page, pageQuerySchema } from "../kernel/page.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { invalidCursor } from "./errors.ts";
import { type Review, reviewLanguageSchema } from "./model.ts";
import type { Reviews } from "./ports.ts";

/** What a list can be narrowed to: stars, or the verdict where there are no stars. */
const opinionFilters = ["1", "2", "3", "4", "5", "yes", "no"] as const;

export const listReviewsSchema = v.object({
  ...pageQuerySchema.entries,
  /** `open` is the queue of unanswered ones. */
  state: v.optional(v.picklist(["open", "answered", "all"]), "all"),
  order: v.optional(v.picklist(["newest", "oldest"]), "newest"),
  channelId: v.optional(idSchema),
  opinion: v.optional(v.picklist(opinionFilters)),
  language: v.optional(reviewLanguageSchema),
});
type ListReviews = Partial<v.InferOutput<typeof listReviewsSchema>> & { readonly limit: number };

/**
 * A page of the workspace's reviews in the order asked for. Removed ones are in no list. However rare what is asked for,
 * a page costs no more than reading five hundred reviews; it may then be short and go on.
 */
export async function listReviews(
  deps: { reviews: Pick<Reviews, "list"> },
  actor: Actor,
  { state = "all", order = "newest", limit, cursor, ...narrow }: ListReviews,
): Promise<Result<Page<Review>, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const { channelId, opinion, language } = narrow;
  const list = ["reviews", state, order, channelId, opinion, language].join("-");
  const position = cursor === undefined ? undefined : fromCursor(workspaceId, list, cursor);
  if (position === null) return err(invalidCursor());
  const states = state === "all" ? (["open", "answered"] as const) : [state];
  const direction = order === "newest" ? -1 : 1;
  const read = async (count: number, after: TimePosition | undefined) => {
    const from = after && { occurredAt: after.at, id: after.id };
    const lists = await Promise.all(states.map((one) => deps.reviews.list(workspaceId, one, order, count, from)));
    return lists
      .flat()
      .sort((a, b) => direction * (a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1)))
      .slice(0, count);
  };
  const placeOf = ({ occurredAt, id }: Review) => ({ at: occurredAt, id });
  const isNarrow = [channelId, opinion, language].some((one) => one !== undefined);
  const narrowed = { read, fits: matcher(narrow), placeOf, lists: states.length, isNarrow };
  const { items, next } = await narrowedPage(narrowed, limit, position);
  return ok({ items, cursor: next && toCursor(workspaceId, list, next) });
}

function matcher({ channelId, opinion, language }: Omit<ListReviews, "limit">): (review: Review) => boolean {
  const wanted = opinionOf(opinion);
  return (review) =>
    (channelId === undefined || review.channelId === channelId) &&
    (language === undefined || review.language === language) &&
    (wanted === undefined || (typeof wanted === "number" ? review.rating : review.recommends) === wanted);
}

function opinionOf(filter: (typeof opinionFilters)[number] | undefined): number | boolean | undefined {
  if (filter === undefined) return undefined;
  return filter === "yes" || filter === "no" ? filter === "yes" : Number(filter);
}
