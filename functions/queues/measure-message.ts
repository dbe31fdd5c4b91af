import * as v from "valibot";
import { adMeasureMessageSchema } from "#core/ads/index.ts";
import { publicPagesMessageSchema } from "#core/competitors/index.ts";
import { measureMessageSchema } from "#core/insights/index.ts";
import { visitMessageSchema } from "#core/visits/index.ts";

/** What the measure queue carries: days of a channel, or of the ad account that was chosen for one, or of a site; public pages. */
export const anyMeasureMessageSchema = v.union([
  adMeasureMessageSchema,
  publicPagesMessageSchema,
  visitMessageSchema,
  measureMessageSchema,
]);
