import type { CoveredPlace } from "../reviews.ts";
import { toMs } from "./compare.ts";

/** How far lists without an order of their entries are walked: posts, media and conversations of the last 30 days. */
const recentMs = 30 * 86_400_000;

/** How the page is asked for that follows one which reaches back to `oldest`, epoch ms; none beyond the last 30 days. */
export const recentPage = (
  paging:
    | { readonly next?: string | undefined; readonly cursors?: { readonly after?: string | undefined } | undefined }
    | undefined,
  oldest: number,
  nowMs: number,
): string | undefined => (paging?.next && oldest > nowMs - recentMs ? paging.cursors?.after : undefined);

/**
 * When the conversation that rested longest changed last, epoch ms. Meta lists conversations by `updated_time`, the latest
 * first. Sources: "Graph API Reference: Page Conversations", "Instagram Platform: Conversations API".
 */
export const longestRest = (conversations: readonly { readonly updated_time: string }[]): number =>
  Math.min(...conversations.map(({ updated_time }) => toMs(updated_time)));

type Nested =
  | {
      readonly data: readonly { readonly created_time?: string; readonly timestamp?: string }[];
      readonly paging?: { readonly next?: string | undefined } | undefined;
    }
  | undefined;

/** Whether a nested list, the newest first and at most `limit`, has left none out. */
export const isComplete = (list: Nested, limit: number): boolean =>
  !list || (list.data.length < limit && list.paging?.next === undefined);

/**
 * A place as its nested list tells it: whole, or from what follows the oldest that is listed. Times are whole seconds, of
 * the oldest one's others may have been left out.
 */
export function coverOf(place: CoveredPlace, list: Nested, limit: number): CoveredPlace {
  if (!list || isComplete(list, limit)) return place;
  const times = list.data.map(({ created_time, timestamp }) => toMs(created_time ?? timestamp ?? ""));
  return { ...place, since: Math.min(...times) + 1 };
}
