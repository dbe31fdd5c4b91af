import * as v from "valibot";
import { daySchema } from "../kernel/time.ts";

const count = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);

/** Days of a site, both included, whose visits are to be asked for. */
export const visitMessageSchema = v.object({
  workspaceId: v.string(),
  channelId: v.string(),
  visits: v.object({ from: daySchema, to: daySchema }),
  /** How often it failed, and how often it waited for the site's quota. */
  attempt: count,
  waits: count,
});
export type VisitMessage = v.InferOutput<typeof visitMessageSchema>;
