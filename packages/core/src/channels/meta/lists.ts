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
