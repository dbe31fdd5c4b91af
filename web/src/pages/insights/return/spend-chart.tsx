import { formatDay } from "#core/i18n/format.ts";
import { lineChart } from "#core/reports/charts/line-chart.ts";
import type { ReturnView } from "../../../api/returns.ts";
import { FittedDrawing } from "../../../charts/drawing.tsx";
import { language, t } from "../../../language.ts";
import { dayName } from "../../../wording.ts";
import { money, number, sums } from "./amounts.tsx";

/** What ads cost day by day, with the table behind it; a day that was not measured is a gap. */
export function SpendChart({ report }: { readonly report: ReturnView }) {
  const texts = t().returns;
  const { ads, adSpend, days } = report;
  if (!ads.spend.available) return null;
  const { currency } = ads.spend;
  const title = sums(adSpend) ? texts.chart(sums(adSpend)) : texts.chartNone;
  const format = (minorUnits: number) => money({ minorUnits: Math.round(minorUnits), currency });
  const middle = Math.round((days.length - 1) / 2);
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
              points: days.map(({ day, spend }, index) => ({
                name: [0, middle, days.length - 1].includes(index) ? formatDay(language.value, day) : "",
                value: spend,
              })),
              format,
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
                {texts.spend}
              </th>
              <th scope="col" class="number">
                {texts.clicks}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, spend, clicks }) => (
              <tr key={day}>
                <th scope="row">{dayName(day)}</th>
                <td class="number">{spend === null ? <span class="aside">— {texts.gap}</span> : format(spend)}</td>
                <td class="number">{clicks === null ? "—" : number(clicks)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
