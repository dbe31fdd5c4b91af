import type { Span } from "../insights/index.ts";
import type { Money } from "../kernel/money.ts";
import type { Site } from "./model.ts";

/** Why nothing is known of site visits: no site is connected, nothing has come yet, or analytics refuse. */
export type VisitAbsence = "no-site" | "not-yet" | NonNullable<Site["trouble"]>;

/** What visits did together. */
export interface VisitSums {
  readonly sessions: number;
  /** Engaged sessions / sessions, 0..1; `null` without sessions. */
  readonly engagedShare: number | null;
  readonly keyEvents: number;
  readonly newUsers: number;
  /** One sum a currency; none where the site reports no revenue. */
  readonly revenue: readonly Money[];
}

/**
 * Sessions against a period before: `relative` 0.05 is 5 % more, `null` when there were none. Days that analytics are still
 * counting are left out, and as many days of the period before.
 */
export interface VisitChange {
  /** `null` when the periods have not the same number of measured days: `relative` then compares the days' means. */
  readonly difference: number | null;
  readonly relative: number | null;
}

/** A site, and how it is measured. */
export interface MeasuredSite {
  readonly channelId: string;
  readonly name: string;
  /** The zone of its days; `null` until it was measured. */
  readonly timeZone: string | null;
  readonly measuredAt: number | null;
  readonly trouble: Site["trouble"] | null;
}

/** The visits of one origin in a period. */
export interface OriginVisits extends VisitSums {
  /** Sessions a day, and those of the period before, as `VisitChange` compares them; `null` when they are not known. */
  readonly compared: { readonly now: number; readonly before: number } | null;
}

export interface SourceVisits extends OriginVisits {
  /** Such as `facebook`; empty where analytics name none, `(other)` for what is too small to stand alone. */
  readonly source: string;
  /** Those of its sessions that were paid for. */
  readonly paid: number;
}

export interface CampaignVisits extends OriginVisits {
  /** As the links' tags name it; empty for visits of no campaign. */
  readonly code: string;
  /** The campaign of ours that has this code. */
  readonly campaignId: string | null;
  readonly name: string;
}

export interface PostVisits extends VisitSums {
  readonly postId: string;
  readonly text: string;
}

/** Visits from social of a period, as the sites' analytics tell them, against the period before. */
export interface VisitReport extends Span {
  readonly before: Span;
  readonly sites: readonly MeasuredSite[];
  /** What is known of the period, or why nothing is. */
  readonly total: VisitSums | null;
  readonly why: VisitAbsence | null;
  readonly totalBefore: VisitSums | null;
  readonly change: VisitChange | null;
  readonly step: "day" | "week";
  /** Sessions by day, or by week of seven days the last of which ends the period; `null` where nothing is known. */
  readonly series: readonly { readonly from: string; readonly to: string; readonly sessions: number | null }[];
  readonly sources: readonly SourceVisits[];
  readonly campaigns: readonly CampaignVisits[];
  readonly posts: readonly PostVisits[];
  /** Days of the period, up to today, that are not known. */
  readonly daysMissing: number;
  /** The first of the days that are still being counted; `null` when all have settled. */
  readonly settlingFrom: string | null;
  /** Small numbers were withheld, figures were estimated from a sample. */
  readonly withheld: boolean;
  readonly sampled: boolean;
}
