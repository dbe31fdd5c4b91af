import { Copy } from "lucide-preact";
import { formatMoney } from "#core/i18n/money.ts";
import { addMonths, budgetKinds } from "#core/strategy/budget/model.ts";
import { type BudgetMonth, type BudgetView, copyMonth } from "../../api/budget.ts";
import { language, t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { KindLines } from "./kind-lines.tsx";
import { monthInText, monthName } from "./month-name.ts";
import { MissingRates, UsedRates } from "./rates/used-rates.tsx";

interface DetailProps {
  readonly budget: BudgetView;
  readonly month: BudgetMonth;
}

/** A month's lines by kind, each changed in place, with what ads cost by measure. */
export function MonthDetail({ budget, month }: DetailProps) {
  const texts = t().budget;
  const money = (minorUnits: number) => formatMoney(language.value, { minorUnits, currency: budget.currency });
  const mayChange = mayI("manage-goals");
  const name = monthName(month.month);
  return (
    <section class="budget-detail" aria-label={name}>
      <header class="section-head">
        <h2>{name}</h2>
        {mayChange && (
          <Button kind="quiet" icon={Copy} onClick={() => void takeOver(month.month)}>
            {texts.copy(monthInText(addMonths(month.month, -1)))}
          </Button>
        )}
      </header>
      {month.lines.length === 0 && month.measuredAds.length === 0 && <p class="aside section-body">{texts.empty}</p>}
      <div class="budget-kinds">
        {budgetKinds.map((kind) => (
          <KindLines key={kind} kind={kind} budget={budget} month={month} mayChange={mayChange} />
        ))}
      </div>
      <p class="budget-total">
        <strong>{texts.total}</strong>
        <span>
          {texts.planned} <strong>{money(month.planned)}</strong>
        </span>
        <span>
          {texts.spent} <strong>{money(month.spent)}</strong>
        </span>
      </p>
      {!budget.adsMeasured && <p class="small aside">{texts.adsUnmeasured}</p>}
      <UsedRates rates={month.rates} />
      <MissingRates missing={month.otherCurrencies.map((from) => ({ month: month.month, from }))} />
    </section>
  );
}

async function takeOver(month: string): Promise<void> {
  const copied = await copyMonth(month);
  if (!copied.ok) return tellFailure(copied.error);
  invalidate("budget", "returns");
  tell(t().budget.copied(copied.value.added));
}
