import { formatDay, formatNumber, formatPercent } from "../../i18n/format.ts";
import { contentTypes, type Headline, type KpiPoint } from "../../insights/index.ts";
import { excerpt } from "../../kernel/text.ts";
import type { GoalKpi } from "../../strategy/index.ts";
import { type AxisUnit, barChart, lineChart, trendChart } from "../charts/index.ts";
import type { ReportGoal } from "../content.ts";
import type { ChartPlace, ReportChart } from "./document.ts";
import { bestType } from "./sections/figures.ts";
import { headlineFigure, isShare, type Saying, signedCount, valueOr } from "./wording.ts";

/** Height of a line chart, as a share of its width. */
const heightOf = ({ width, textSize }: ChartPlace): number => Math.round(width * 0.26 + textSize * 5);

/** How many people were reached over time; `null` where that is known of no day. */
export function reachChart(saying: Saying): ReportChart | null {
  const { content, language, texts } = saying;
  const { people, basis } = content.figures.kpis.kpis.reach;
  const { kind } = content.scope;
  const points = pointsOf(saying, "reach");
  const known = points.filter(({ value }) => value !== null);
  if (known.length < 2 || !people.available) return null;
  const most = known.reduce((best, point) => ((point.value ?? 0) > (best.value ?? 0) ? point : best));
  const label = texts.charts.reach({
    basis,
    total: formatNumber(language, people.value),
    best: (most.value ?? 0) > 0 && kind !== "quarterly" ? most.longName : null,
    span: kind,
  });
  const format = (value: number) => formatNumber(language, value);
  return {
    id: "reach",
    label,
    draw: (place) =>
      lineChart({ ...place, height: heightOf(place), label, points, format, unit: "count", fromZero: true }),
  };
}

/** How many followers there were over time, with the goal for them where there is one. */
export function followersChart(saying: Saying): ReportChart | null {
  const { content, language, texts } = saying;
  const { followersEnd, change } = content.figures.kpis.kpis.audienceGrowth;
  const points = pointsOf(saying, "followers");
  if (!followersEnd.available || points.filter(({ value }) => value !== null).length < 2) return null;
  const format = (value: number) => formatNumber(language, value);
  const label = texts.charts.followers(
    format(followersEnd.value),
    change.available ? signedCount(language, change.value) : "—",
    content.scope.kind,
  );
  const goal = content.goals.find(({ headline, channelName }) => headline === "followers" && !channelName);
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const spread = Math.max(...values) - Math.min(...values);
  // A goal that is far away would flatten the line; its bar stands among the goals anyway.
  const isNear = goal && Math.abs(goal.target - followersEnd.value) <= 3 * spread;
  const target = isNear && { value: goal.target, name: format(goal.target) };
  return {
    id: "followers",
    label,
    draw: (place) =>
      lineChart({
        ...place,
        height: heightOf(place),
        ...{ label, points, format, unit: "count", fromZero: false },
        ...(target && { goal: target }),
      }),
  };
}

/** The engagement rate of each type of publication, the highest first. */
export function typesChart({ content, language, texts }: Saying): ReportChart | null {
  const { kpis } = content.figures;
  const best = bestType(kpis);
  const rows = contentTypes
    .flatMap((type) => {
      const { rate } = kpis.kpis.engagementByType[type];
      return rate.available ? [{ name: texts.types[type], value: rate.value }] : [];
    })
    .sort((a, b) => b.value - a.value);
  if (!best || rows.length < 2) return null;
  const format = (value: number) => formatPercent(language, value);
  const label = texts.charts.byType(texts.bestType(texts.types[best.type], format(best.rate)));
  return { id: "types", label, draw: (place) => barChart({ ...place, label, rows, format, missing: "—" }) };
}

/** What is drawn by the week, each under the short name that tables give it. */
const trends = {
  followers: "followers",
  reach: "reach",
  interactions: "interactions",
  engagementRate: "rate",
  leads: "leads",
  shareAnswered: "shareAnswered",
  negativeFeedback: "negativeFeedback",
} as const satisfies Partial<Record<Headline, string>>;

/** Each figure by the week, one line under another; figures that are known of fewer than two weeks are left out. */
export function trendsChart(saying: Saying): ReportChart | null {
  const { content, texts } = saying;
  const rows = (Object.keys(trends) as (keyof typeof trends)[]).flatMap((headline) => {
    const values = content.figures.weeks.map(({ figures }) => valueOr(figures[headline], null));
    const known = values.filter((value) => value !== null);
    const [first, last] = [known[0], known.at(-1)];
    if (known.length < 2 || first === undefined || last === undefined) return [];
    const show = (value: number) => headlineFigure(headline, value, saying);
    return [{ name: texts.columns[trends[headline]], values, first: show(first), last: show(last) }];
  });
  if (rows.length === 0) return null;
  const label = texts.charts.trends;
  return { id: "trends", label, isOnlyName: true, draw: (place) => trendChart({ ...place, label, rows }) };
}

/** How the axis of a headline goes up, where it does not by whole numbers. */
const axisUnits: Readonly<Partial<Record<GoalKpi, AxisUnit>>> = {
  engagementRate: "share",
  conversionToWon: "share",
  shareAnswered: "share",
  shareWithinTarget: "share",
  qualityScore: "share",
  medianFirstResponseMs: "duration",
  negativePer1000: "number",
};

/** A goal's figure week by week against its target. */
export function goalChart(goal: ReportGoal, saying: Saying): ReportChart | null {
  if (goal.history.filter(({ value }) => value !== null).length < 2) return null;
  const format = (value: number) => headlineFigure(goal.headline, value, saying);
  const points = goal.history.map(({ day, value }) => ({ name: formatDay(saying.language, day), value }));
  const label = saying.texts.charts.goalHistory(excerpt(goal.name, 80));
  const target = { value: goal.target, name: format(goal.target) };
  const values = [...points.flatMap(({ value }) => (value === null ? [] : [value])), goal.target];
  // There is no more than all.
  const bounds = isShare(goal.headline) && { bounds: [Math.floor(Math.min(...values) * 10) / 10, 1] as const };
  return {
    id: `goal-${goal.id}`,
    label,
    isOnlyName: true,
    draw: (place) =>
      lineChart({
        ...place,
        height: Math.round(place.width * 0.3),
        label,
        points,
        format,
        goal: target,
        unit: axisUnits[goal.headline] ?? "count",
        fromZero: false,
        ...bounds,
      }),
  };
}

function pointsOf({ content, language }: Saying, headline: Headline) {
  const byWeek = content.scope.kind === "quarterly";
  const points: readonly KpiPoint[] = byWeek ? content.figures.weeks : content.figures.kpis.series;
  const short: Intl.DateTimeFormatOptions =
    content.scope.kind === "weekly" ? { weekday: "short" } : { day: "numeric", month: "short" };
  return points.map(({ to, figures }) => ({
    name: formatDay(language, to, short),
    longName: formatDay(language, to, { weekday: "long", day: "numeric", month: "long" }),
    value: valueOr(figures[headline], null),
  }));
}
