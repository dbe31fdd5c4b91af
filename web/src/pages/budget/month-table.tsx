import { formatMoney } from "#core/i18n/money.ts";
import type { BudgetMonth, BudgetView } from "../../api/budget.ts";
import { language, t } from "../../language.ts";
import { monthName } from "./month-name.ts";

interface TableProps {
  readonly budget: BudgetView;
  readonly chosen: string;
  readonly onChoose: (month: string) => void;
}

/** Twelve months beneath each other: planned as a line, spent as a bar against it. */
export function MonthTable({ budget, chosen, onChoose }: TableProps) {
  const { months, currency } = budget;
  const texts = t().budget;
  const most = Math.max(1, ...months.flatMap(({ planned, spent }) => [planned, spent]));
  return (
    <section aria-label={texts.months} class="budget-months">
      <ul>
        {months.map((month) => (
          <li key={month.month}>
            <button
              type="button"
              class="budget-month"
              aria-pressed={month.month === chosen}
              onClick={() => onChoose(month.month)}
            >
              <span class="budget-month-name">{monthName(month.month)}</span>
              <span class="small aside">{summaryOf(month, currency)}</span>
              <Bar month={month} most={most} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Bar({ month: { planned, spent }, most }: { readonly month: BudgetMonth; readonly most: number }) {
  const width = (amount: number) => `${(100 * amount) / most}%`;
  return (
    <span class="budget-bar" aria-hidden="true">
      <span
        class={`budget-spent ${planned > 0 && spent > planned ? "budget-over" : ""}`}
        style={{ width: width(spent) }}
      />
      {planned > 0 && <span class="budget-planned" style={{ insetInlineStart: width(planned) }} />}
    </span>
  );
}

/** "4,200 of 6,000 spent, 1,800 left". */
function summaryOf({ planned, spent }: BudgetMonth, currency: string): string {
  const texts = t().budget;
  const money = (minorUnits: number) => formatMoney(language.value, { minorUnits, currency });
  if (planned === 0 && spent === 0) return "—";
  if (planned === 0) return texts.noPlan(money(spent));
  const rest = spent > planned ? texts.over(money(spent - planned)) : texts.leftOf(money(planned - spent));
  return `${texts.chart(money(spent), money(planned))}, ${rest}`;
}
