import { formatDay } from "#core/i18n/format.ts";
import { lineChart } from "#core/reports/charts/line-chart.ts";
import type { VisitsView } from "../../../api/visits.ts";
import { ChartCard, isNamed } from "../../../charts/chart-card.tsx";
import { FiguresTable, Gap } from "../../../charts/figures-table.tsx";
import { language, t } from "../../../language.ts";
import { daysName } from "../../../wording.ts";
import { number } from "../return/amounts.tsx";

/** Visits by day or week, with the table behind it; what is not measured is a gap. */
export function VisitChart({ report }: { readonly report: VisitsView }) {
  const texts = t().visits;
  const { total, series } = report;
  if (!total) return null;
  const title = texts.chart(texts.countedVisits(total.sessions));
  const pointsAt = (width: number) =>
    series.map(({ to, sessions }, index) => ({
      name: isNamed(index, series.length, width) ? formatDay(language.value, to) : "",
      value: sessions,
    }));
  return (
    <section class="section">
      <ChartCard
        title={title}
        draw={(width) =>
          lineChart({ width, height: 200, label: title, points: pointsAt(width), format: number, fromZero: true })
        }
      />
      <FiguresTable
        summary={texts.table}
        caption={title}
        rowName={texts.day}
        columns={[texts.visits]}
        rows={series.toReversed().map(({ from, to, sessions }) => ({
          name: daysName(from, to),
          cells: [sessions === null ? <Gap why={texts.gap} /> : number(sessions)],
        }))}
      />
    </section>
  );
}
