import type { LocalPost } from "./wire.ts";

/** Where people find posts whose own address is not known. */
const anywhere = "https://business.google.com/posts";

/** Where a person sees the post. */
export const postUrl = ({ searchUrl }: Pick<LocalPost, "searchUrl">): string => searchUrl ?? anywhere;

/** A time such as `2026-11-02T10:00:00.123456Z` as epoch ms; 0 when it is none. */
export function timeOf(text: string): number {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? 0 : ms;
}
