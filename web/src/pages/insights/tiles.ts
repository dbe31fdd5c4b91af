import { type Figure, figure } from "#core/channels/measurement.ts";
import {
  type ContentType,
  contentTypes,
  type Headline,
  type KpiName,
  type KpiReport,
  profileDimensions,
} from "#core/insights/model.ts";
import type { Goal } from "../../api/contract.ts";
import { t } from "../../language.ts";

/** What a KPI's tile shows. */
export interface Tile {
  readonly name: KpiName;
  readonly figure: Figure;
  /** How the figure is written, and what its series is. */
  readonly headline: Headline;
  /** What the figure counts. */
  readonly unit: string;
  /** The headline of the line below it; absent where a KPI has no series. */
  readonly series?: Headline;
}

type Make = (report: KpiReport) => Omit<Tile, "name">;

const makers: Readonly<Record<KpiName, Make>> = {
  audienceGrowth: ({ kpis }) => ({
    figure: kpis.audienceGrowth.change,
    headline: "followersChange",
    unit: t().insights.unit.audienceGrowth,
    series: "followers",
  }),
  audienceProfile: ({ kpis }) => {
    const side = profileDimensions.map((one) => kpis.audienceProfile[one]).find((one) => one.available);
    const first = side?.available ? side.groups[0] : undefined;
    const missing = kpis.audienceProfile.country;
    return {
      figure: first ? figure(first.share) : missing.available ? { available: false, reason: "not-yet" } : missing,
      headline: "engagementRate",
      unit: first?.name ?? t().insights.unit.audienceProfile,
    };
  },
  engagement: ({ kpis }) => ({
    figure: kpis.engagement.rate,
    headline: "engagementRate",
    unit: t().insights.unit.engagement,
    series: "engagementRate",
  }),
  reach: ({ kpis }) => ({
    figure: kpis.reach.people,
    headline: "reach",
    unit: kpis.reach.basis === "views" ? t().insights.unit.views : t().insights.unit.reach,
    series: "reach",
  }),
  engagementByType: (report) => {
    const best = bestType(report);
    return {
      figure: best ? report.kpis.engagementByType[best].rate : report.kpis.engagementByType.image.rate,
      headline: "engagementRate",
      unit: best ? (t().insights.contentType[best] ?? best) : t().insights.unit.engagementByType,
    };
  },
  leads: ({ kpis }) => ({ figure: kpis.leads.new, headline: "leads", unit: t().insights.unit.leads, series: "leads" }),
  response: ({ kpis }) => ({
    figure: kpis.response.shareAnswered,
    headline: "shareAnswered",
    unit: t().insights.unit.response,
    series: "shareAnswered",
  }),
  negativeFeedback: ({ kpis }) => ({
    figure: kpis.negativeFeedback.per1000Reached,
    headline: "negativePer1000",
    unit: t().insights.unit.negativeFeedback,
    series: "negativePer1000",
  }),
};

/** The tile of a KPI in a report. */
export const tileOf = (name: KpiName, report: KpiReport): Tile => ({ name, ...makers[name](report) });

/** The kind of content with the highest engagement rate, of those whose rate is known. */
export function bestType({ kpis }: KpiReport): ContentType | undefined {
  const rateOf = (type: ContentType): number => {
    const { rate } = kpis.engagementByType[type];
    return rate.available ? rate.value : -1;
  };
  return contentTypes.filter((type) => rateOf(type) >= 0).sort((a, b) => rateOf(b) - rateOf(a))[0];
}

/** The goal that aims at what a tile shows, for the scope on show. */
export const goalOf = (goals: readonly Goal[], { headline, series }: Tile, scope: string): Goal | undefined =>
  goals.find((goal) => goal.channelId === scope && (goal.kpi === headline || goal.kpi === series));
