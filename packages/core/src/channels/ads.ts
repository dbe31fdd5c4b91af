import * as v from "valibot";
import type { Result } from "../kernel/result.ts";
import { daySchema, timeZoneSchema } from "../kernel/time.ts";
import type { ChannelCall } from "./connector.ts";
import type { ConnectorError } from "./errors.ts";

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** An account that is billed for ads. */
export const adAccountSchema = v.object({
  /** The platform's id. */
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, "not an id")),
  name: v.string(),
  /** ISO 4217; whatever the account spends is in it. */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "not a currency")),
  /** Its days begin and end in this zone. */
  timeZone: timeZoneSchema,
});
export type AdAccount = v.InferOutput<typeof adAccountSchema>;

/** What ads did: `spend` in minor units of the account's currency; clicks of any kind; leads as the platform counts them. */
const adFiguresSchema = v.object({ spend: count, impressions: count, clicks: count, leads: count });

/** What one campaign of an ad account did on one day. */
export const adCampaignFiguresSchema = v.object({
  campaignId: v.string(),
  name: v.string(),
  ...adFiguresSchema.entries,
});
export type AdCampaignFigures = v.InferOutput<typeof adCampaignFiguresSchema>;

/** The same with its day, in the account's own zone. */
export const adCampaignDaySchema = v.object({ day: daySchema, ...adCampaignFiguresSchema.entries });
export type AdCampaignDay = v.InferOutput<typeof adCampaignDaySchema>;

/** Paid content of a platform: what was spent, and what came of it. Read in the name of the person who consented. */
export interface AdsCapability {
  /** The ad accounts that the person who connected the channel may read. */
  accounts(call: ChannelCall): Promise<Result<readonly AdAccount[], ConnectorError>>;
  /** What each campaign did on each day from `from` to `to`, both included. A day without a row had no delivery. */
  campaignDays(
    call: ChannelCall,
    ask: { account: Pick<AdAccount, "id" | "currency">; from: string; to: string },
  ): Promise<Result<readonly AdCampaignDay[], ConnectorError>>;
}
