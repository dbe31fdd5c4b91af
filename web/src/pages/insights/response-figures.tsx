import type { Headline, KpiReport } from "#core/insights/model.ts";
import { t } from "../../language.ts";
import { formatHeadline } from "./figures.ts";

const shown = [
  "shareAnswered",
  "medianFirstResponseMs",
  "shareWithinTarget",
  "qualityScore",
] as const satisfies Headline[];

/** How fast people were answered, and how well. */
export function ResponseFigures({ report }: { readonly report: KpiReport }) {
  const texts = t().insights;
  return (
    <table class="card-table">
      <tbody>
        {shown.map((name) => {
          const figure = report.kpis.response[name];
          return (
            <tr key={name}>
              <th scope="row">{texts.headline[name]}</th>
              <td class={figure.available ? "number" : "number aside"}>
                {figure.available ? formatHeadline(name, figure.value) : texts.reason[figure.reason]}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
