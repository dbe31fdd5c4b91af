import { X } from "lucide-preact";
import { useState } from "preact/hooks";
import { formatMoney, minorUnitsOf, typedAmount } from "#core/i18n/money.ts";
import { addLine, type BudgetLine, changeLine, removeLine } from "../../api/budget.ts";
import { language, t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { IconButton } from "../../ui/button.tsx";

/** One line: its amounts are fields that are kept when they are left. */
export function LineRow({ line, mayChange }: { readonly line: BudgetLine; readonly mayChange: boolean }) {
  const { name, planned, spent, currency } = line;
  const texts = t().budget;
  const money = (minorUnits: number | null) =>
    minorUnits === null ? texts.notYet : formatMoney(language.value, { minorUnits, currency });
  if (!mayChange) {
    return (
      <li class="budget-line">
        <span>{name}</span>
        <span>{money(planned)}</span>
        <span>{money(spent)}</span>
      </li>
    );
  }
  return (
    <li class="budget-line">
      <span class="budget-name">{name}</span>
      <AmountField
        label={texts.plannedOf(name)}
        amount={planned}
        currency={currency}
        onKeep={(amount) => keep(line, { planned: amount ?? 0 })}
      />
      <AmountField
        label={texts.spentOf(name)}
        amount={spent}
        currency={currency}
        onKeep={(amount) => keep(line, { spent: amount })}
      />
      <IconButton icon={X} label={texts.remove(name)} onClick={() => void takeAway(line)} />
    </li>
  );
}

interface AmountProps {
  readonly label: string;
  readonly amount: number | null;
  readonly currency: string;
  /** `null` for an empty field. */
  readonly onKeep: (amount: number | null) => void;
}

/** An amount as people type it; a wrong one stays in the field and says so. */
function AmountField({ label, amount, currency, onKeep }: AmountProps) {
  const [typed, setTyped] = useState<string | undefined>();
  const texts = t().budget;
  const shown = amount === null ? "" : typedAmount(language.value, { minorUnits: amount, currency });
  const value = typed ?? shown;
  const read = value.trim() === "" ? null : minorUnitsOf(value, currency);
  const isWrong = value.trim() !== "" && read === null;
  const leave = () => {
    if (typed === undefined || isWrong) return;
    setTyped(undefined);
    if (read !== amount) onKeep(read);
  };
  return (
    <input
      class="input budget-amount"
      inputMode="decimal"
      aria-label={`${label}, ${texts.amountIn(currency)}`}
      aria-invalid={isWrong}
      title={isWrong ? texts.notAnAmount : undefined}
      placeholder={texts.notYet}
      value={value}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") setTyped(undefined);
      }}
    />
  );
}

/** What is shown is read anew, also after a refusal: the field then shows what is kept. */
async function keep(line: BudgetLine, change: { planned?: number; spent?: number | null }): Promise<void> {
  const answer = await changeLine(line, change);
  if (!answer.ok) tellFailure(answer.error);
  invalidate("budget", "returns");
}

async function takeAway(line: BudgetLine): Promise<void> {
  const answer = await removeLine(line);
  invalidate("budget", "returns");
  if (!answer.ok) return tellFailure(answer.error);
  tell(t().budget.removed, () => void putBack(line));
}

async function putBack({ month, kind, name, planned, spent }: BudgetLine): Promise<void> {
  const answer = await addLine({ month, kind, name, planned, spent });
  if (!answer.ok) tellFailure(answer.error);
  invalidate("budget", "returns");
}
