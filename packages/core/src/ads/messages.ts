import * as v from "valibot";
import { daySchema } from "../kernel/time.ts";

/** Days of a channel's ad account, both included, whose figures are to be asked for. `attempt` counts the failed ones. */
export const adMeasureMessageSchema = v.object({
  workspaceId: v.string(),
  channelId: v.string(),
  ads: v.object({ from: daySchema, to: daySchema }),
  attempt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});
export type AdMeasureMessage = v.InferOutput<typeof adMeasureMessageSchema>;
