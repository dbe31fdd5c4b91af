import * as v from "valibot";
import { type AdCampaignFigures, adAccountSchema, adCampaignFiguresSchema } from "../channels/ads.ts";
import { canonicalJson } from "../kernel/stamped.ts";
import { daySchema, epochMsSchema } from "../kernel/time.ts";

/** Why an ad account's figures do not come: the person's consent has ended or was never given, or the account is gone. */
export const adTroubles = ["no-permission", "not-found"] as const;

/** The ad account whose spending belongs to a channel. */
export const chosenAdAccountSchema = v.object({
  workspaceId: v.string(),
  channelId: v.string(),
  account: adAccountSchema,
  chosenBy: v.string(),
  chosenAt: epochMsSchema,
  /** When its figures last came, epoch ms. */
  measuredAt: v.optional(epochMsSchema),
  trouble: v.optional(v.picklist(adTroubles)),
  /** When that was met last, epoch ms. */
  troubledAt: v.optional(epochMsSchema),
});
export type ChosenAdAccount = v.InferOutput<typeof chosenAdAccountSchema>;

/** What an ad account did on a day of its own zone, as reported at `measuredAt`. No campaigns: nothing was delivered. */
export const adDaySchema = v.object({
  accountId: v.string(),
  day: daySchema,
  currency: v.string(),
  /** Epoch ms. */
  measuredAt: epochMsSchema,
  campaigns: v.array(adCampaignFiguresSchema),
});
export type AdDay = v.InferOutput<typeof adDaySchema>;

/** The stand-in for campaigns beyond `mostCampaigns` on one day. */
export const otherCampaigns = "other";
const mostCampaigns = 300;

/** At most `mostCampaigns`, those that spent most, and the rest as one: a day stays small and its sums exact. In order of id. */
export function campaignsOfDay(rows: readonly AdCampaignFigures[]): AdCampaignFigures[] {
  const byId = new Map<string, AdCampaignFigures>();
  for (const row of rows) byId.set(row.campaignId, added(byId.get(row.campaignId), row));
  const bySpend = [...byId.values()].sort((a, b) => b.spend - a.spend || (a.campaignId < b.campaignId ? -1 : 1));
  const rest = bySpend
    .slice(mostCampaigns)
    .reduce<AdCampaignFigures | undefined>(
      (sum, row) => added(sum, { ...row, campaignId: otherCampaigns, name: "" }),
      undefined,
    );
  const kept = bySpend.slice(0, mostCampaigns).sort((a, b) => (a.campaignId < b.campaignId ? -1 : 1));
  return rest ? [...kept, rest] : kept;
}

const added = (sum: AdCampaignFigures | undefined, row: AdCampaignFigures): AdCampaignFigures =>
  sum
    ? {
        campaignId: row.campaignId,
        name: row.name,
        spend: sum.spend + row.spend,
        impressions: sum.impressions + row.impressions,
        clicks: sum.clicks + row.clicks,
        leads: sum.leads + row.leads,
      }
    : row;

/** Whether two reports say the same. */
export const saysTheSame = (a: AdDay, b: AdDay): boolean =>
  a.currency === b.currency && canonicalJson(a.campaigns) === canonicalJson(b.campaigns);
