import type { Figure } from "#core/channels/measurement.ts";
import { formatNumber, formatPercent } from "#core/i18n/format.ts";
import { contentTypes, type KpiReport } from "#core/insights/model.ts";
import { barChart } from "#core/reports/charts/bar-chart.ts";
import { ChartCard } from "../../charts/chart-card.tsx";
import { language, t } from "../../language.ts";
import { DataTable } from "../../ui/data-table.tsx";

const numberOf = (figure: Figure): number => (figure.available ? figure.value : -1);

/** The kinds of content that were published or still earn interactions, the best first. */
export function ByType({ report }: { readonly report: KpiReport }) {
  const texts = t().insights;
  const byType = report.kpis.engagementByType;
  const used = contentTypes
    .filter((type) => numberOf(byType[type].posts) > 0 || numberOf(byType[type].interactions) > 0)
    .sort((a, b) => numberOf(byType[b].rate) - numberOf(byType[a].rate));
  const show = (figure: Figure, format: (value: number) => string) =>
    figure.available ? format(figure.value) : <span title={texts.reason[figure.reason]}>—</span>;
  const count = (value: number) => formatNumber(language.value, value);
  const share = (value: number) => formatPercent(language.value, value);
  if (used.length === 0) return null;
  return (
    <section class="section">
      <ChartCard
        title={texts.findingNone(texts.kpi.engagementByType)}
        draw={(width) =>
          barChart({
            width,
            label: texts.kpi.engagementByType,
            rows: used.map((type) => {
              const { rate } = byType[type];
              return { name: texts.contentType[type], value: rate.available ? rate.value : null };
            }),
            format: share,
            missing: "—",
          })
        }
      />
      <div class="card-table">
        <DataTable
          rowName={texts.columns.type}
          columns={[texts.columns.posts, texts.columns.interactions, texts.columns.rate]}
          rows={used.map((type) => ({
            key: type,
            name: texts.contentType[type],
            cells: [
              show(byType[type].posts, count),
              show(byType[type].interactions, count),
              show(byType[type].rate, share),
            ],
          }))}
        />
      </div>
    </section>
  );
}
