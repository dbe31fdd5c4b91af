import { formatDay } from "#core/i18n/format.ts";
import type { Headline, KpiReport } from "#core/insights/model.ts";
import { lineChart } from "#core/reports/charts/line-chart.ts";
import type { Goal } from "../../api/contract.ts";
import { FittedDrawing } from "../../charts/drawing.tsx";
import { language, t } from "../../language.ts";
import { dayName } from "../../wording.ts";
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
  return (
    <section class="section">
      <figure class="card chart-card">
        <figcaption>{title}</figcaption>
        <FittedDrawing
          draw={(width) =>
            lineChart({
              width,
              height: 260,
              label: title,
              points: points.map(({ point, value }, index) => ({
                name: isNamed(index, points.length, width) ? pointName(report.step, point.from) : "",
                value,
                isUnusual: marked.has(point.from),
              })),
              format,
              unit: axisOf(headline),
              fromZero: !isLevel(headline),
              ...(goal?.kpi === headline && isDaily(headline)
                ? { goal: { value: goal.target, name: texts.goalShort } }
                : {}),
            })
          }
        />
      </figure>
      <details class="figures-table">
        <summary>{texts.table}</summary>
        <table>
          <caption class="hidden-visually">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{texts[report.step]}</th>
              <th scope="col" class="number">
                {texts.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(({ point, value }) => (
              <tr key={point.from}>
                <th scope="row">
                  {point.from === point.to ? dayName(point.from) : `${dayName(point.from)} – ${dayName(point.to)}`}
                </th>
                <td class="number">{value === null ? <span class="aside">— {texts.gap}</span> : format(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

const NARROW = 480;

/** What a point is called below the chart: its first day, or its month. */
const pointName = (step: KpiReport["step"], from: string): string =>
  formatDay(language.value, from, step === "month" ? { month: "short" } : { day: "numeric", month: "short" });

/** On a narrow chart only the first, the middle and the last day are named, so that names do not run into each other. */
function isNamed(index: number, count: number, width: number): boolean {
  return width > NARROW || index === 0 || index === count - 1 || index === Math.round((count - 1) / 2);
}
