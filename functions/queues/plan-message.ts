import * as v from "valibot";
import { importCheckMessageSchema, importRunMessageSchema } from "#core/exchange/index.ts";
import { recycleMessageSchema, seriesMessageSchema } from "#core/publishing/index.ts";
import { readSourceMessageSchema } from "#core/sources/index.ts";

/** What the plan queue carries: planning that is done in the background. */
export const planMessageSchema = v.variant("kind", [
  seriesMessageSchema,
  recycleMessageSchema,
  importCheckMessageSchema,
  importRunMessageSchema,
  readSourceMessageSchema,
]);
export type PlanMessage = v.InferOutput<typeof planMessageSchema>;
