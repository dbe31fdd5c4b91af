import * as v from "valibot";

const entries = { workspaceId: v.string(), importId: v.string() };

/** On the plan queue: the dry run of an import. */
export const importCheckMessageSchema = v.object({ kind: v.literal("import-check"), ...entries });

/** On the plan queue: importing from the row with the index `from` on. */
export const importRunMessageSchema = v.object({
  kind: v.literal("import-run"),
  ...entries,
  from: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

export type ImportMessage =
  | v.InferOutput<typeof importCheckMessageSchema>
  | v.InferOutput<typeof importRunMessageSchema>;
