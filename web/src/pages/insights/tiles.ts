import { type Figure, figure } from "#core/channels/measurement.ts";
import { formatNumber, formatPercent } from "#core/i18n/format.ts";
import { contentTypes, type Headline, type KpiName, type KpiReport, profileDimensions } from "#core/insights/model.ts";
import { addDays } from "#core/kernel/time.ts";
import type { Goal } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { isDaily } from "./figures.ts";
import { groupName } from "./group-name.ts";

/** What a KPI's tile shows. */
export interface Tile {
  readonly name: KpiName;
  readonly figure: Figure;
  /** How the figure is written, and what its series is. */
  readonly headline: Headline;
  /** What the figure counts. */
  readonly unit: string;
  /** Whether some channels or days are missing from the figure. */
  readonly isPartial?: boolean;
  /** The headline of the line below it; absent where a KPI has no series. */
  readonly series?: Headline;
  /** How the figure came about, where that says more than the change against the period before. */
  readonly note?: string;
  /** The largest parts, where a KPI is made of shares or rates. */
  readonly parts?: readonly { readonly name: string; readonly value: number }[];
}

type Make = (report: KpiReport) => Omit<Tile, "name">;

const makers: Readonly<Record<KpiName, Make>> = {
  audienceGrowth: ({ kpis: { audienceGrowth } }) => ({
    figure: audienceGrowth.change,
    headline: "followersChange",
    unit: unitOf("audienceGrowth", audienceGrowth.change),
    isPartial: audienceGrowth.partial,
    series: "followers",
    ...(audienceGrowth.followersEnd.available
      ? { note: growthText(audienceGrowth.followersEnd.value, audienceGrowth.rate) }
      : {}),
  }),
  audienceProfile: ({ kpis }) => {
    const { country } = kpis.audienceProfile;
    const dimension = profileDimensions.find((one) => kpis.audienceProfile[one].available);
    const side = dimension && kpis.audienceProfile[dimension];
    const parts = side?.available
      ? side.groups.map(({ name, share }) => ({ name: groupName(dimension ?? "city", name), value: share }))
      : [];
    const [first] = parts;
    return {
      figure: first ? figure(first.value) : country.available ? { available: false, reason: "not-yet" } : country,
      headline: "engagementRate",
      unit: first?.name ?? t().insights.unit.audienceProfile(),
      parts: parts.slice(0, 3),
    };
  },
  engagement: ({ kpis }) => ({
    figure: kpis.engagement.rate,
    headline: "engagementRate",
    unit: t().insights.unit.engagement(),
    isPartial: kpis.engagement.partial,
    series: "engagementRate",
  }),
  reach: ({ kpis }) => ({
    figure: kpis.reach.people,
    headline: "reach",
    unit: unitOf(kpis.reach.basis === "views" ? "views" : "reach", kpis.reach.people),
    isPartial: kpis.reach.partial,
    series: "reach",
  }),
  engagementByType: ({ kpis: { engagementByType } }) => {
    const parts = contentTypes
      .flatMap((type) => {
        const { rate } = engagementByType[type];
        return rate.available ? [{ name: t().insights.contentType[type], value: rate.value }] : [];
      })
      .sort((a, b) => b.value - a.value);
    const [best] = parts;
    return {
      figure: best ? figure(best.value) : engagementByType.image.rate,
      headline: "engagementRate",
      unit: best?.name ?? t().insights.unit.engagementByType(),
      parts: parts.slice(0, 3),
    };
  },
  leads: ({ kpis: { leads } }) => ({
    figure: leads.new,
    headline: "leads",
    unit: unitOf("leads", leads.new),
    series: "leads",
  }),
  response: ({ kpis }) => ({
    figure: kpis.response.shareAnswered,
    headline: "shareAnswered",
    unit: t().insights.unit.response(),
    series: "shareAnswered",
  }),
  negativeFeedback: ({ kpis: { negativeFeedback } }) => {
    const { negativeMessages, lowReviews, negativeActions, per1000Reached } = negativeFeedback;
    const texts = t().insights;
    const [low, ...others] = [lowReviews, negativeMessages, negativeActions].map((one) =>
      one.available ? one.value : 0,
    );
    const all = others.reduce((sum, one) => sum + one, low ?? 0);
    // Of reviews from a table nobody knows how many people they reached: the number says what the rate cannot.
    if (!per1000Reached.available && all > 0) {
      return { figure: figure(all), headline: "negativeFeedback", unit: texts.negative, series: "negativeFeedback" };
    }
    const told = texts.negativeOf(formatNumber(language.value, all), formatNumber(language.value, low ?? 0));
    return {
      figure: per1000Reached,
      headline: "negativePer1000",
      unit: low ? `${texts.unit.negativeFeedback()}; ${told}` : texts.unit.negativeFeedback(),
      isPartial: negativeFeedback.partial,
      series: "negativePer1000",
    };
  },
};

/** The tile of a KPI in a report. */
export const tileOf = (name: KpiName, report: KpiReport): Tile => ({ name, ...makers[name](report) });

function growthText(followers: number, rate: Figure): string {
  const { inAll, more, less, same } = t().insights;
  const total = inAll(formatNumber(language.value, followers));
  if (!rate.available) return total;
  const percent = formatPercent(language.value, Math.abs(rate.value));
  return `${rate.value === 0 ? same : rate.value > 0 ? more(percent) : less(percent)}, ${total}`;
}

/** What a figure counts, in the form that goes with it. */
const unitOf = (name: "audienceGrowth" | "reach" | "views" | "leads", counted: Figure): string =>
  t().insights.unit[name](counted.available ? counted.value : 0);

/** A goal speaks of so many days. */
const GOAL_DAYS = 28;

/** The goal that aims at what a tile shows, for the scope on show; that for a sum only beside a sum of as many days. */
export const goalOf = (
  goals: readonly Goal[],
  { headline, series }: Tile,
  { scope, from, to }: Pick<KpiReport, "scope" | "from" | "to">,
): Goal | undefined =>
  goals.find(
    ({ channelId, kpi }) =>
      channelId === scope &&
      (kpi === headline || kpi === series) &&
      (isDaily(kpi) || addDays(from, GOAL_DAYS - 1) === to),
  );
