import { Plus } from "lucide-preact";
import { useRef, useState } from "preact/hooks";
import { minorUnitsOf } from "#core/i18n/money.ts";
import type { BudgetKind } from "#core/strategy/budget/model.ts";
import { addLine } from "../../api/budget.ts";
import type { ApiFailure } from "../../api/client.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { Button } from "../../ui/button.tsx";
import { FieldProblem } from "../../ui/field.tsx";

interface NewProps {
  readonly kind: BudgetKind;
  readonly month: string;
  readonly currency: string;
}

/** Adds a line: what for, and how much is planned. */
export function NewLine({ kind, month, currency }: NewProps) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [amount, setAmount] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const first = useRef<HTMLInputElement>(null);
  const texts = t().budget;
  const label = texts.addTo(texts.kind[kind]);
  if (!open) {
    return (
      <div>
        <Button kind="quiet" icon={Plus} onClick={() => setOpen(true)}>
          {label}
        </Button>
      </div>
    );
  }
  const add = async (event: Event) => {
    event.preventDefault();
    const planned = minorUnitsOf(amount, currency);
    if (name.trim() === "") return setProblem(texts.nameNeeded);
    if (planned === null) return setProblem(texts.notAnAmount);
    const answer = await addLine({ month, kind, name: name.trim(), planned, spent: null });
    if (!answer.ok) return setProblem(wordsOf(answer.error));
    setProblem(undefined);
    setName("");
    setAmount("");
    first.current?.focus();
    invalidate("budget", "returns");
  };
  return (
    <form class="stack" aria-label={label} onSubmit={add} noValidate>
      <div class="budget-new">
        <input
          class="input"
          ref={first}
          aria-label={texts.name}
          placeholder={texts.name}
          maxLength={100}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <input
          class="input budget-amount"
          inputMode="decimal"
          aria-label={`${texts.planned}, ${texts.amountIn(currency)}`}
          placeholder={`${texts.planned}, ${currency}`}
          value={amount}
          onInput={(event) => setAmount(event.currentTarget.value)}
        />
        <Button type="submit" kind="primary">
          {texts.add}
        </Button>
      </div>
      {problem && <FieldProblem text={problem} />}
    </form>
  );
}

const wordsOf = ({ message, cure }: ApiFailure): string => [message, cure].filter(Boolean).join(" ");
