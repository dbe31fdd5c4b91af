import { formatDay } from "#core/i18n/format.ts";
import { lineChart } from "#core/reports/charts/line-chart.ts";
import type { ReturnView } from "../../../api/returns.ts";
import { ChartCard, isNamed } from "../../../charts/chart-card.tsx";
import { FiguresTable, Gap } from "../../../charts/figures-table.tsx";
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
  const pointsAt = (width: number) =>
    days.map(({ day, spend }, index) => ({
      name: isNamed(index, days.length, width) ? formatDay(language.value, day) : "",
      value: spend,
    }));
  return (
    <section class="section">
      <ChartCard
        title={title}
        draw={(width) =>
          lineChart({ width, height: 200, label: title, points: pointsAt(width), format, fromZero: true })
        }
      />
      <FiguresTable
        summary={texts.table}
        caption={title}
        rowName={texts.day}
        columns={[texts.spend, texts.clicks]}
        rows={days.toReversed().map(({ day, spend, clicks }) => ({
          name: dayName(day),
          cells: [spend === null ? <Gap why={texts.gap} /> : format(spend), clicks === null ? "—" : number(clicks)],
        }))}
      />
    </section>
  );
}
