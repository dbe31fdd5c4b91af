import * as v from "valibot";

/** On the plan queue: bring a series' dates and the calendar together. */
export const seriesMessageSchema = v.object({
  kind: v.literal("plan-series"),
  workspaceId: v.string(),
  seriesId: v.string(),
});
export type SeriesMessage = v.InferOutput<typeof seriesMessageSchema>;
