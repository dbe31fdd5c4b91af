import { formatNumber } from "#core/i18n/format.ts";
import type { KpiReport } from "#core/insights/model.ts";
import { language, t } from "../../language.ts";

/** Where the leads came from. */
export function LeadSources({ report }: { readonly report: KpiReport }) {
  const texts = t().insights;
  const sources = Object.entries(report.kpis.leads.bySource).sort(([, a], [, b]) => b - a);
  if (sources.length === 0) return null;
  return (
    <table class="card-table">
      <thead>
        <tr>
          <th scope="col">{texts.columns.source}</th>
          <th scope="col" class="number">
            {texts.columns.leads}
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map(([source, count]) => (
          <tr key={source}>
            <th scope="row">{texts.leadSource[source] ?? source}</th>
            <td class="number">{formatNumber(language.value, count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
