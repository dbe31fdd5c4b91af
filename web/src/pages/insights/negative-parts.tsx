import { formatNumber } from "#core/i18n/format.ts";
import type { KpiReport } from "#core/insights/model.ts";
import { language, t } from "../../language.ts";
import { FigureTable } from "./figure-table.tsx";
import { formatHeadline } from "./figures.ts";

/** What the negative feedback is made of. */
export function NegativeParts({ report }: { readonly report: KpiReport }) {
  const { negativeParts, headline } = t().insights;
  const { negativeMessages, lowReviews, negativeActions, per1000Reached } = report.kpis.negativeFeedback;
  const count = (value: number) => formatNumber(language.value, value);
  return (
    <FigureTable
      rows={[
        { name: negativeParts.messages, figure: negativeMessages, format: count },
        { name: negativeParts.lowReviews, figure: lowReviews, format: count },
        { name: negativeParts.actions, figure: negativeActions, format: count },
        {
          name: headline.negativePer1000,
          figure: per1000Reached,
          format: (value) => formatHeadline("negativePer1000", value),
        },
      ]}
    />
  );
}
