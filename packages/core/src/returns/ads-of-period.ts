import type { AdDay, ChosenAdAccount } from "../ads/index.ts";
import type { AdCampaignFigures } from "../channels/ads.ts";
import type { DatedMoney, Purse } from "../currencies/index.ts";
import { addDays, dayOf, monthOf } from "../kernel/time.ts";
import { type AdsOfPeriod, absent, known, type ReturnAbsence, type ReturnDay } from "./model.ts";
import { amountOf, costOfEach } from "./ratios.ts";

/** What a campaign of an ad account did in a period. */
export interface AdCampaign {
  readonly id: string;
  /** As it was called last. */
  readonly name: string;
  readonly rows: readonly CampaignRow[];
}
export type CampaignRow = AdCampaignFigures & { readonly currency: string; readonly month: string };

/** What the campaigns of some days did, each with its day's currency and month. */
export const rowsOf = (days: readonly AdDay[]): CampaignRow[] =>
  days.flatMap(({ day, currency, campaigns }) => campaigns.map((row) => ({ ...row, currency, month: monthOf(day) })));

export const spendOf = (rows: readonly CampaignRow[]): DatedMoney[] =>
  rows.map(({ currency, month, spend }) => ({ currency, month, minorUnits: spend }));

/** The ad campaigns of some days by their ids, in the order of days. */
export function adCampaigns(days: readonly AdDay[]): AdCampaign[] {
  const byId = new Map<string, CampaignRow[]>();
  for (const row of rowsOf(days)) byId.set(row.campaignId, [...(byId.get(row.campaignId) ?? []), row]);
  return [...byId].map(([id, rows]) => ({ id, name: rows.at(-1)?.name ?? "", rows }));
}

/** The figures of some rows together, in one currency or without amounts. */
export function adFigures(rows: readonly CampaignRow[], purse: Purse): AdsOfPeriod {
  const total = (name: "impressions" | "clicks" | "leads") => known(rows.reduce((sum, row) => sum + row[name], 0));
  const spend = amountOf(spendOf(rows), purse);
  const [clicks, leads] = [total("clicks"), total("leads")];
  return {
    spend,
    impressions: total("impressions"),
    clicks,
    leads,
    costPerClick: costOfEach(spend, clicks, "no-clicks"),
    costPerLead: costOfEach(spend, leads, "no-leads"),
  };
}

/** Figures that are all missing for one reason. */
export function noAdFigures(reason: ReturnAbsence): AdsOfPeriod {
  const none = absent(reason);
  return { spend: none, impressions: none, clicks: none, leads: none, costPerClick: none, costPerLead: none };
}

/** Why nothing is known of ads, where nothing is: what can be cured comes first. */
export function whyNoAds(accounts: readonly ChosenAdAccount[]): ReturnAbsence {
  if (accounts.length === 0) return "no-account";
  if (accounts.some(({ trouble }) => trouble === undefined)) return "not-yet";
  return accounts.some(({ trouble }) => trouble === "no-permission") ? "no-permission" : "account-gone";
}

/** How many days of the chosen accounts, up to the day that runs, were not measured. */
export function daysNotMeasured(
  accounts: readonly ChosenAdAccount[],
  days: readonly AdDay[],
  { from, to }: { from: string; to: string },
  nowMs: number,
): number {
  const measured = new Set(days.map(({ accountId, day }) => `${accountId} ${day}`));
  const distinct = new Map(accounts.map(({ account }) => [account.id, account]));
  let missing = 0;
  for (const { id, timeZone } of distinct.values()) {
    const today = dayOf(nowMs, timeZone);
    for (let day = from; day <= to && day <= today; day = addDays(day, 1)) {
      if (!measured.has(`${id} ${day}`)) missing += 1;
    }
  }
  return missing;
}

/** Each day of a period that has a figure or should have one; a gap where ads were not measured. */
export function daysOfAds(
  days: readonly AdDay[],
  { from, to }: { from: string; to: string },
  purse: Purse,
): ReturnDay[] {
  const points: ReturnDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const reports = days.filter((one) => one.day === day);
    const { spend, clicks } = adFigures(rowsOf(reports), purse);
    const isMeasured = reports.length > 0;
    points.push({
      day,
      spend: isMeasured && spend.available && spend.currency === purse.currency ? spend.minorUnits : null,
      clicks: isMeasured && clicks.available ? clicks.value : null,
    });
  }
  return points;
}
