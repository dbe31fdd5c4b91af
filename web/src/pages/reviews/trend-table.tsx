import { formatNumber } from "#core/i18n/format.ts";
import type { ReviewFigures } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { dayName } from "../../wording.ts";
import { shareOf } from "./share.ts";

interface TrendTableProps {
  readonly title: string;
  readonly periods: ReviewFigures["periods"];
}

/** The figures behind the line, the newest first. */
export function TrendTable({ title, periods }: TrendTableProps) {
  const texts = t().reviews;
  return (
    <details class="figures-table">
      <summary>{texts.table}</summary>
      <div class="table-scroll">
        <table>
          <caption class="hidden-visually">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.period}</th>
              {[texts.mean, texts.rated, texts.recommends, texts.answered].map((name) => (
                <th key={name} scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.toReversed().map((period) => (
              <tr key={period.from}>
                <th scope="row">{`${dayName(period.from)} – ${dayName(period.to)}`}</th>
                <td class="number">{period.mean === null ? "—" : formatNumber(language.value, period.mean, 2)}</td>
                <td class="number">{formatNumber(language.value, period.rated)}</td>
                <td class="number">{shareOf(period.recommending, period.recommending + period.notRecommending)}</td>
                <td class="number">{shareOf(period.answered, period.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
