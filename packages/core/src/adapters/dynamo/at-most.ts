/**
 * How a query is told to give so many items and to read no more: by itself it would read a megabyte, whatever is wanted
 * of it.
 */
export const atMost = (count: number) => ({ count, limit: count }) as const;

/** A filter drops what was read: so few at a time would be many requests. */
const filteredChunk = 100;

/** The same of a query with a filter, read on in pages until so many fit. */
export const atMostFitting = (count: number) => ({ count, limit: Math.max(count, filteredChunk) }) as const;
