import { formatDay } from "#core/i18n/format.ts";
import type { Headline, KpiReport } from "#core/insights/model.ts";
import { lineChart } from "#core/reports/charts/line-chart.ts";
import type { Goal } from "../../api/contract.ts";
import { ChartCard, isNamed } from "../../charts/chart-card.tsx";
import { FiguresTable, Gap } from "../../charts/figures-table.tsx";
import { language, t } from "../../language.ts";
import { daysName } from "../../wording.ts";
import { axisOf, formatHeadline, isDaily, isLevel } from "./figures.ts";
import { valueAt } from "./kpi-tile.tsx";

interface SeriesChartProps {
  readonly report: KpiReport;
  readonly headline: Headline;
  /** Says the finding. */
  readonly title: string;
  readonly goal: Goal | undefined;
  /** The days that are marked. */
  readonly marked: ReadonlySet<string>;
}

/** A line over the period with the table behind it; days without a figure are gaps. */
export function SeriesChart({ report, headline, title, goal, marked }: SeriesChartProps) {
  const texts = t().insights;
  const format = (value: number) => formatHeadline(headline, value);
  const points = report.series.map((point) => ({ point, value: valueAt(point, headline) }));
  const draw = (width: number) =>
    lineChart({
      width,
      height: 260,
      label: title,
      points: points.map(({ point, value }, index) => ({
        name: width > NARROW || isNamed(index, points.length, width) ? pointName(report.step, point.from) : "",
        value,
        isUnusual: marked.has(point.from),
      })),
      format,
      unit: axisOf(headline),
      fromZero: !isLevel(headline),
      ...(goal?.kpi === headline && isDaily(headline) ? { goal: { value: goal.target, name: texts.goalShort } } : {}),
    });
  return (
    <section class="section">
      <ChartCard title={title} draw={draw} />
      <FiguresTable
        summary={texts.table}
        caption={title}
        rowName={texts[report.step]}
        columns={[texts.value]}
        rows={points.toReversed().map(({ point, value }) => ({
          name: daysName(point.from, point.to),
          cells: [value === null ? <Gap why={texts.gap} /> : format(value)],
        }))}
      />
    </section>
  );
}

/** On a chart that is narrower not every point has room for its name. */
const NARROW = 480;

/** What a point is called below the chart: its first day, or its month. */
const pointName = (step: KpiReport["step"], from: string): string =>
  formatDay(language.value, from, step === "month" ? { month: "short" } : { day: "numeric", month: "short" });
