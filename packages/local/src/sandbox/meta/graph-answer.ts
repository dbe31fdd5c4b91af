import { Temporal } from "temporal-polyfill";

/** A time in Graph's form: `2026-11-02T10:00:00+0000`. */
export const graphTime = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: "second" }).replace("Z", "+0000");

/** A list as Graph pages it: `after` is the number of items already given. */
export function paged<Item>(items: readonly Item[], params: Record<string, string>, url: string, most = 100): object {
  const limit = Math.min(Number(params.limit) || 25, most);
  const start = Number(params.after) || 0;
  const data = items.slice(start, start + limit);
  const end = start + data.length;
  const more = end < items.length ? { next: `${url}?after=${end}&limit=${limit}` } : {};
  return {
    data,
    ...(data.length > 0 ? { paging: { cursors: { before: String(start), after: String(end) }, ...more } } : {}),
  };
}
