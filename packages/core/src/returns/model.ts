import type { MissingRate, UsedRate } from "../currencies/index.ts";
import type { Money } from "../kernel/money.ts";

/** Why a figure of costs and returns is not there. */
export const returnAbsences = [
  /** No ad account is chosen at any channel. */
  "no-account",
  /** The platform has not been asked yet about any day of the period. */
  "not-yet",
  /** Whoever connected the channel did not allow ads to be read, or has taken that back. */
  "no-permission",
  /** The ad account is not there any more. */
  "account-gone",
  /** What belongs together is in several currencies, and a month has no rate between them. */
  "no-rate",
  /** There is nothing to divide by. */
  "no-cost",
  "no-leads",
  "no-clicks",
] as const;
export type ReturnAbsence = (typeof returnAbsences)[number];

/** A figure, or why there is none. Never 0 for what is not known. */
export type Known =
  | { readonly available: true; readonly value: number }
  | { readonly available: false; readonly reason: ReturnAbsence };

/** An amount in minor units of its currency, or why there is none. */
export type KnownAmount = ({ readonly available: true } & Money) | (Known & { readonly available: false });

export const known = (value: number): Known => ({ available: true, value });
export const amount = (minorUnits: number, currency: string): KnownAmount => ({
  available: true,
  minorUnits,
  currency,
});
export const absent = (reason: ReturnAbsence) => ({ available: false, reason }) as const;

/** What ads did in a period. */
export interface AdsOfPeriod {
  readonly spend: KnownAmount;
  readonly impressions: Known;
  readonly clicks: Known;
  /** As the platform counts them. */
  readonly leads: Known;
  /** `spend` / `clicks`, rounded to minor units. */
  readonly costPerClick: KnownAmount;
  /** `spend` / `leads`, rounded to minor units. */
  readonly costPerLead: KnownAmount;
}

/** Won leads that belong to something, and what they were worth. */
export interface Won {
  readonly leads: number;
  /** How many of them nobody has given a value. */
  readonly withoutValue: number;
  /** One sum per currency, in the order of their codes. */
  readonly value: readonly Money[];
  /** All of it in one currency, each lead's value by the rate of the month in which it was won. */
  readonly worth: KnownAmount;
}

/** The same leads seen twice: by where a person came from at first, and from at last before they bought. */
export interface WonByTouch {
  readonly first: Won;
  readonly last: Won;
}

export interface ReturnByTouch {
  readonly first: Known;
  readonly last: Known;
}

/** A campaign of ours, of an ad account, or both, when the ad account's has our campaign's name or code. */
export interface CampaignReturn {
  /** Stable within a workspace. `null`: won leads of no known campaign. */
  readonly key: string | null;
  readonly campaignId?: string | undefined;
  readonly name: string;
  /** Absent where no ads ran for it. */
  readonly ads?: AdsOfPeriod | undefined;
  readonly won: WonByTouch;
  /** Against what its ads cost: a plan's budget belongs to no campaign. */
  readonly roi: ReturnByTouch;
}

export interface ChannelReturn {
  /** `null`: won leads whose channel is not known. */
  readonly channelId: string | null;
  readonly won: WonByTouch;
}

export interface PublicationReturn {
  readonly publicationId: string;
  readonly postId?: string | undefined;
  readonly channelId?: string | undefined;
  readonly won: WonByTouch;
}

/** What ads cost and brought on one day; `null` where it was not measured, or not in one currency. Of the same currency as the spend of the whole. */
export interface ReturnDay {
  readonly day: string;
  readonly spend: number | null;
  readonly clicks: number | null;
}

/** Spend and return of a period, its first and last day included. */
export interface ReturnReport {
  readonly from: string;
  readonly to: string;
  /** The workspace's. */
  readonly currency: string;
  /** By which amounts in other currencies were converted, and which such rates are not there, in order of month. */
  readonly rates: readonly UsedRate[];
  readonly missingRates: readonly MissingRate[];
  readonly ads: AdsOfPeriod;
  /** One sum per currency, so that spending is told even where the sums cannot be added up. */
  readonly adSpend: readonly Money[];
  /** Days of ad accounts that belong to the period and were not measured: the figures are those of the others. */
  readonly daysMissing: number;
  /** When the oldest of the figures was asked for, epoch ms. */
  readonly measuredAt: number | null;
  /** Spent by the plan beside measured ads, each month spread evenly over its days. One sum per currency. */
  readonly budgetSpent: readonly Money[];
  /** Ads and budget together. */
  readonly cost: KnownAmount;
  /** New leads of the period, from anywhere. */
  readonly leads: Known;
  /** `cost` / `leads`, rounded to minor units; not available while nothing was spent. */
  readonly costPerLead: KnownAmount;
  /** Won in the period and known where from. */
  readonly won: WonByTouch;
  /** Won in the period, and nobody knows where from: in no other figure. */
  readonly unknown: WonByTouch;
  /** (won value − cost) / cost of the leads that are known where from; 0.5 is a gain of half the cost. */
  readonly roi: ReturnByTouch;
  readonly campaigns: readonly CampaignReturn[];
  readonly channels: readonly ChannelReturn[];
  /** The publications that earned most, by the last touch. */
  readonly publications: readonly PublicationReturn[];
  readonly days: readonly ReturnDay[];
  /** Whether more leads were won than are counted. */
  readonly more: boolean;
}
