import { formatNumber } from "#core/i18n/format.ts";
import type { ReviewFigures } from "../../api/contract.ts";
import { FiguresTable } from "../../charts/figures-table.tsx";
import { language, t } from "../../language.ts";
import { daysName } from "../../wording.ts";
import { shareOf } from "./share.ts";

interface TrendTableProps {
  readonly title: string;
  readonly periods: ReviewFigures["periods"];
}

/** The figures behind the line, the newest first. */
export function TrendTable({ title, periods }: TrendTableProps) {
  const texts = t().reviews;
  return (
    <FiguresTable
      summary={texts.table}
      caption={title}
      rowName={texts.period}
      columns={[texts.mean, texts.rated, texts.recommends, texts.answered]}
      rows={periods.toReversed().map((period) => ({
        name: daysName(period.from, period.to),
        cells: [
          period.mean === null ? "—" : formatNumber(language.value, period.mean, 2),
          formatNumber(language.value, period.rated),
          shareOf(period.recommending, period.recommending + period.notRecommending),
          shareOf(period.answered, period.count),
        ],
      }))}
    />
  );
}
