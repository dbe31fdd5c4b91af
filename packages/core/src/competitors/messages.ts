import * as v from "valibot";

/** Pages of one platform that are to be asked for: competitors, and channels whose own page is read in the same way. */
export const publicPagesMessageSchema = v.object({
  workspaceId: v.string(),
  publicPages: v.object({
    platform: v.string(),
    pages: v.array(v.string()),
    /** How many days back posts are asked for. */
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)),
  }),
  /** Counts the failed ones. */
  attempt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});
export type PublicPagesMessage = v.InferOutput<typeof publicPagesMessageSchema>;
