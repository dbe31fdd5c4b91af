import { formatDay } from "#core/i18n/format.ts";
import { lineChart } from "#core/reports/charts/line-chart.ts";
import type { VisitsView } from "../../../api/visits.ts";
import { FittedDrawing } from "../../../charts/drawing.tsx";
import { language, t } from "../../../language.ts";
import { dayName } from "../../../wording.ts";
import { number } from "../return/amounts.tsx";

/** Visits by day or week, with the table behind it; what is not measured is a gap. */
export function VisitChart({ report }: { readonly report: VisitsView }) {
  const texts = t().visits;
  const { total, series } = report;
  if (!total) return null;
  const title = texts.chart(texts.countedVisits(total.sessions));
  const middle = Math.round((series.length - 1) / 2);
  return (
    <section class="section">
      <figure class="card chart-card">
        <figcaption>{title}</figcaption>
        <FittedDrawing
          draw={(width) =>
            lineChart({
              width,
              height: 200,
              label: title,
              points: series.map(({ to, sessions }, index) => ({
                name: [0, middle, series.length - 1].includes(index) ? formatDay(language.value, to) : "",
                value: sessions,
              })),
              format: number,
              fromZero: true,
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
              <th scope="col">{texts.day}</th>
              <th scope="col" class="number">
                {texts.visits}
              </th>
            </tr>
          </thead>
          <tbody>
            {series.toReversed().map(({ from, to, sessions }) => (
              <tr key={to}>
                <th scope="row">{from === to ? dayName(to) : `${dayName(from)} – ${dayName(to)}`}</th>
                <td class="number">
                  {sessions === null ? <span class="aside">— {texts.gap}</span> : number(sessions)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
