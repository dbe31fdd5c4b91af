import { formatNumber } from "#core/i18n/format.ts";
import { formatMoney } from "#core/i18n/money.ts";
import type { KpiReport } from "#core/insights/model.ts";
import { language, t } from "../../language.ts";
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
      <p class="aside small">{texts.wonByNow}</p>
    </>
  );
}
