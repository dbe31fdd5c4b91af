import * as v from "valibot";

/** One page of a list; `cursor` is absent on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string | undefined;
}

/** How a list is asked for: at most `limit` items (1..100), from where an earlier page's `cursor` ended. */
export const pageQuerySchema = v.object({
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/, "not a number"), v.transform(Number), v.minValue(1), v.maxValue(100)),
    "50",
  ),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(2048))),
});
