import * as v from "valibot";
import { seriesMessageSchema } from "#core/publishing/index.ts";

/** What the plan queue carries: planning that is done in the background. */
export const planMessageSchema = v.variant("kind", [seriesMessageSchema]);
export type PlanMessage = v.InferOutput<typeof planMessageSchema>;
