import * as v from "valibot";

/** On the plan queue: bring a series' dates and the calendar together. */
export const seriesMessageSchema = v.object({
  kind: v.literal("plan-series"),
  workspaceId: v.string(),
  seriesId: v.string(),
});
/** On the plan queue: fill a workspace's empty slots with evergreen posts. */
export const recycleMessageSchema = v.object({ kind: v.literal("recycle"), workspaceId: v.string() });
export type RecycleMessage = v.InferOutput<typeof recycleMessageSchema>;

export type SeriesMessage = v.InferOutput<typeof seriesMessageSchema>;
