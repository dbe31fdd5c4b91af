import { formatChange, formatDay, formatNumber, formatPercent } from "../../i18n/format.ts";
import type { ReportTexts } from "../../i18n/mail/report.ts";
import { contentTypes, type Headline } from "../../insights/index.ts";
import type { Language } from "../../kernel/language.ts";
import { barChart, lineChart, type Scene } from "../charts/index.ts";
import type { ReportContent } from "../content.ts";
import { bestType } from "./figures.ts";

const width = 552;
const height = 200;

/** The report's charts, each titled by its finding; one without any figure is left out. */
export function chartsOf(
  content: ReportContent,
  language: Language,
  texts: ReportTexts,
): readonly { id: string; scene: Scene }[] {
  const charts: { id: string; scene: Scene }[] = [];
  const format = (value: number) => formatNumber(language, value);
  const reach = seriesOf(content, "reach", language);
  if (reach.some(({ value }) => value !== null)) {
    const say = content.kpis.kpis.reach.basis === "views" ? texts.charts.views : texts.charts.reach;
    const { people } = content.kpis.kpis.reach;
    const label = say(people.available ? format(people.value) : "—", bestDay(reach));
    charts.push({ id: "reach", scene: lineChart({ width, height, label, points: reach, format, fromZero: true }) });
  }
  const followers = seriesOf(content, "followers", language);
  const { followersEnd, change } = content.kpis.kpis.audienceGrowth;
  if (followersEnd.available && followers.some(({ value }) => value !== null)) {
    const label = texts.charts.followers(
      format(followersEnd.value),
      change.available ? formatChange(language, change.value) : "—",
    );
    const goal = content.goals.find(({ headline }) => headline === "followers");
    const target = goal && { value: goal.target, name: format(goal.target) };
    const points = followers;
    charts.push({
      id: "followers",
      scene: lineChart({ width, height, label, points, format, fromZero: false, ...(target && { goal: target }) }),
    });
  }
  const best = bestType(content.kpis);
  if (best) {
    const rows = contentTypes
      .map((type) => ({ type, engagement: content.kpis.kpis.engagementByType[type] }))
      .filter(({ engagement }) => engagement.rate.available)
      .map(({ type, engagement }) => ({
        name: texts.types[type],
        value: engagement.rate.available ? engagement.rate.value : null,
      }))
      .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
    const label = texts.charts.byType(texts.bestType(texts.types[best.type], formatPercent(language, best.rate)));
    const percent = (value: number) => formatPercent(language, value);
    charts.push({ id: "types", scene: barChart({ width, label, rows, format: percent, missing: "—" }) });
  }
  return charts;
}

function seriesOf(content: ReportContent, headline: Headline, language: Language) {
  return content.kpis.series.map(({ from, figures }) => {
    const figure = figures[headline];
    return {
      name: formatDay(language, from, { weekday: "short", day: "numeric" }),
      value: figure.available ? figure.value : null,
    };
  });
}

function bestDay(points: readonly { name: string; value: number | null }[]): string | null {
  const known = points.filter(({ value }) => value !== null && value > 0);
  if (known.length < 2) return null;
  return known.reduce((best, point) => ((point.value ?? 0) > (best.value ?? 0) ? point : best)).name;
}
