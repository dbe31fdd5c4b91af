import type { AdDay } from "../ads/index.ts";
import type { Campaign } from "../campaigns/index.ts";
import type { Purse } from "../currencies/index.ts";
import type { LeadSource } from "../leads/index.ts";
import { type AdCampaign, adCampaigns, adFigures } from "./ads-of-period.ts";
import { adCampaignOf, type WonLead, wonBy, wonByKey } from "./attribution.ts";
import { absent, type CampaignReturn, type WonByTouch } from "./model.ts";
import { returnsOn } from "./ratios.ts";

const noCost = { first: absent("no-cost"), last: absent("no-cost") } as const;

/**
 * Spend and return of each campaign that had ads or won something, what cost most first. A campaign of an ad account is
 * ours when it bears our campaign's name or code; otherwise it stands for itself. Won leads of no known campaign are a row
 * of their own.
 */
export function campaignReturns(
  campaigns: readonly Campaign[],
  days: readonly AdDay[],
  won: readonly WonLead[],
  purse: Purse,
): CampaignReturn[] {
  const ours = new Map(campaigns.flatMap((one) => [one.code, one.name].map((name) => [folded(name), one.id] as const)));
  const names = new Map(campaigns.map(({ id, name }) => [id, name]));
  const ads = adCampaigns(days);
  const keyOfAds = new Map(ads.map(({ id, name }) => [id, ours.get(folded(name)) ?? adKey(id)]));
  const keyOf = (touch: LeadSource): string | undefined => {
    if (touch.campaignId !== undefined) return touch.campaignId;
    const adCampaign = adCampaignOf(touch);
    return adCampaign === undefined ? undefined : (keyOfAds.get(adCampaign) ?? adKey(adCampaign));
  };
  const wonOf = wonByKey(won, keyOf, purse);
  const nothing = wonBy([], () => true, purse);
  const adsOf = Map.groupBy(ads, ({ id }) => keyOfAds.get(id) ?? adKey(id));
  const rows = [...new Set([...adsOf.keys(), ...wonOf.keys()])].map((key) => {
    const own = key === null ? undefined : adsOf.get(key);
    return rowOf(key, names, own, wonOf.get(key) ?? nothing, purse);
  });
  return rows.toSorted((a, b) => rank(a) - rank(b) || costOf(b) - costOf(a) || b.won.last.leads - a.won.last.leads);
}

function rowOf(
  key: string | null,
  names: ReadonlyMap<string, string>,
  own: readonly AdCampaign[] | undefined,
  won: WonByTouch,
  purse: Purse,
): CampaignReturn {
  const ads =
    own &&
    adFigures(
      own.flatMap((one) => one.rows),
      purse,
    );
  const name = key === null ? "" : (names.get(key) ?? own?.[0]?.name ?? "");
  const ours = key !== null && names.has(key) ? { campaignId: key } : {};
  return { key, ...ours, name, ...(ads && { ads }), won, roi: ads ? returnsOn(ads.spend, won) : noCost };
}

const adKey = (id: string): string => `ad:${id}`;
const folded = (name: string): string => name.trim().toLowerCase();
/** What is of no campaign comes last. */
const rank = ({ key }: CampaignReturn): number => (key === null ? 1 : 0);
const costOf = ({ ads }: CampaignReturn): number => (ads?.spend.available ? ads.spend.minorUnits : 0);
