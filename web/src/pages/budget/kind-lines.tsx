import { formatMoney } from "#core/i18n/money.ts";
import type { BudgetKind } from "#core/strategy/budget/model.ts";
import type { BudgetMonth, BudgetView } from "../../api/budget.ts";
import { language, t } from "../../language.ts";
import { LineRow } from "./line-row.tsx";
import { NewLine } from "./new-line.tsx";

interface KindProps {
  readonly kind: BudgetKind;
  readonly budget: BudgetView;
  readonly month: BudgetMonth;
  readonly mayChange: boolean;
}

/** The lines of one kind with their sums; ads begin with what was measured. */
export function KindLines({ kind, budget: { currency, adsMeasured }, month, mayChange }: KindProps) {
  const texts = t().budget;
  const lines = month.lines.filter((line) => line.kind === kind);
  const sums = month.kinds.find((one) => one.kind === kind);
  const money = (minorUnits: number) => formatMoney(language.value, { minorUnits, currency });
  const isMeasured = kind === "ads" && adsMeasured;
  return (
    <section class="card budget-kind" aria-label={texts.kind[kind]}>
      <header class="budget-line budget-head">
        <h3>{texts.kind[kind]}</h3>
        <p class="small aside">
          {texts.planned} <strong>{money(sums?.planned ?? 0)}</strong>
        </p>
        <p class="small aside">
          {texts.spent} <strong>{money(sums?.spent ?? 0)}</strong>
        </p>
      </header>
      <ul>
        {isMeasured && (
          <li class="budget-line">
            <span>{texts.measuredLine}</span>
            <span class="aside">—</span>
            <span>{month.measuredAds.map((sum) => formatMoney(language.value, sum)).join(" + ") || money(0)}</span>
          </li>
        )}
        {lines.map((line) => (
          <LineRow key={line.id} line={line} mayChange={mayChange} />
        ))}
      </ul>
      {isMeasured && mayChange && <p class="small aside">{texts.byHand}</p>}
      {mayChange && <NewLine kind={kind} month={month.month} currency={currency} />}
    </section>
  );
}
