import { formatNumber } from "#core/i18n/format.ts";
import type { KpiReport } from "#core/insights/model.ts";
import { language, t } from "../../language.ts";
import { FigureTable } from "./figure-table.tsx";
import { formatHeadline } from "./figures.ts";

/** How many wrote and were answered, how fast, and how well. */
export function ResponseFigures({ report }: { readonly report: KpiReport }) {
  const { headline: names, answers } = t().insights;
  const { response } = report.kpis;
  const count = (value: number) => formatNumber(language.value, value);
  const time = (value: number) => formatHeadline("medianFirstResponseMs", value);
  const share = (value: number) => formatHeadline("shareAnswered", value);
  return (
    <FigureTable
      rows={[
        { name: answers.received, figure: response.received, format: count },
        { name: answers.answered, figure: response.answered, format: count },
        { name: names.shareAnswered, figure: response.shareAnswered, format: share },
        { name: answers.median, figure: response.medianFirstResponseMs, format: time },
        { name: answers.p90, figure: response.p90FirstResponseMs, format: time },
        { name: names.shareWithinTarget, figure: response.shareWithinTarget, format: share },
        { name: names.qualityScore, figure: response.qualityScore, format: share },
      ]}
    />
  );
}
