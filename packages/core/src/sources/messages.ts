import * as v from "valibot";

/** On the plan queue: read a source. */
export const readSourceMessageSchema = v.object({
  kind: v.literal("read-source"),
  workspaceId: v.string(),
  sourceId: v.string(),
});
export type ReadSourceMessage = v.InferOutput<typeof readSourceMessageSchema>;
