import { formatNumber } from "#core/i18n/format.ts";
import { formatMoney } from "#core/i18n/money.ts";
import type { KpiReport } from "#core/insights/model.ts";
import { language, t } from "../../language.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { formatHeadline } from "./figures.ts";

/** Where the leads came from, how many of them were won by now, and what they brought. */
export function LeadSources({ report }: { readonly report: KpiReport }) {
  const texts = t().insights;
  const { bySource, conversionToWon, wonValue } = report.kpis.leads;
  const sources = Object.entries(bySource).sort(([, a], [, b]) => b - a);
  if (sources.length === 0) return null;
  const brought = wonValue.map((sum) => formatMoney(language.value, sum)).join(", ");
  return (
    <>
      <table class="card-table">
        <tbody>
          <tr>
            <th scope="row">{texts.headline.conversionToWon}</th>
            <td class="number">
              {conversionToWon.available ? formatHeadline("conversionToWon", conversionToWon.value) : "—"}
            </td>
          </tr>
          <tr>
            <th scope="row">{texts.wonValue}</th>
            <td class={brought ? "number" : "number aside"}>{brought || texts.nothingWon}</td>
          </tr>
        </tbody>
      </table>
      <div class="card-table">
        <DataTable
          narrow="table"
          rowName={texts.columns.source}
          columns={[texts.columns.leads]}
          rows={sources.map(([source, count]) => ({
            key: source,
            name: texts.leadSource[source] ?? source,
            cells: [formatNumber(language.value, count)],
          }))}
        />
      </div>
      <p class="aside small">{texts.wonByNow}</p>
    </>
  );
}
