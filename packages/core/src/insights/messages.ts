import * as v from "valibot";
import { daySchema } from "../kernel/time.ts";

const channelDay = { workspaceId: v.string(), channelId: v.string(), day: daySchema };

/**
 * An hour of a channel to be recounted; without `hour`, everything of the day including what the platform measured.
 * `hour` counts whole hours since the day began.
 */
export const rollupMessageSchema = v.object({
  ...channelDay,
  hour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(25))),
});
export type RollupMessage = v.InferOutput<typeof rollupMessageSchema>;

/** A day of a channel whose figures are to be asked for. `attempt` counts the failed ones. */
export const measureMessageSchema = v.object({
  ...channelDay,
  attempt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});
export type MeasureMessage = v.InferOutput<typeof measureMessageSchema>;
