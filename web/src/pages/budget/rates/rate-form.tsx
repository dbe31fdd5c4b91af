import { useState } from "preact/hooks";
import { rateText } from "#core/i18n/rates.ts";
import { type ExchangeRate, keepRate } from "../../../api/rates.ts";
import { language, t } from "../../../language.ts";
import { invalidate } from "../../../resource.ts";
import { tell } from "../../../toasts.ts";
import { Button } from "../../../ui/button.tsx";
import { FieldProblem } from "../../../ui/field.tsx";
import { monthName } from "../month-name.ts";
import { fieldsAfter, fieldsOf } from "./rate-fields.ts";
import { typedRate } from "./typed-rate.ts";

interface FormProps {
  /** The month and currency that are asked for; the currency may be empty. */
  readonly place: Pick<ExchangeRate, "month" | "from">;
  readonly months: readonly string[];
  /** The workspace's own. */
  readonly currency: string;
  readonly rates: readonly ExchangeRate[];
}

/** Writes what a unit of a currency is in a month, or changes it. */
export function RateForm({ place, months, currency, rates }: FormProps) {
  const [month, setMonth] = useState(place.month);
  const [from, setFrom] = useState(place.from);
  const rateOf = (ofMonth: string, of: string) => rates.find((one) => one.month === ofMonth && one.from === of);
  const known = rateOf(month, from);
  const [fields, setFields] = useState(() => fieldsOf(language.value, known));
  const { rate, note } = fields;
  const [problem, setProblem] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const texts = t().budget.rates;
  const choose = (nextMonth: string, nextFrom: string) => {
    setMonth(nextMonth);
    setFrom(nextFrom);
    setFields(fieldsAfter(language.value, fields, { left: known, chosen: rateOf(nextMonth, nextFrom) }));
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const decimal = typedRate(rate);
    if (!/^[A-Z]{3}$/.test(from)) return setProblem(texts.notACurrency);
    if (decimal === null) return setProblem(texts.notARate);
    setBusy(true);
    const kept = await keepRate({ month, from, rate: decimal, note: note.trim(), version: known?.version ?? 0 });
    setBusy(false);
    invalidate("rates", "budget", "returns");
    if (!kept.ok) return setProblem([kept.error.message, kept.error.cure].filter(Boolean).join(" "));
    setProblem(undefined);
    tell(texts.saved(rateText(language.value, kept.value.rate)));
  };
  return (
    <form class="card stack rate-form" aria-label={texts.save} onSubmit={save} noValidate>
      <div class="rate-fields">
        <label class="stack">
          <span class="small">{texts.month}</span>
          <select class="input" value={month} onChange={(event) => choose(event.currentTarget.value, from)}>
            {months.map((one) => (
              <option key={one} value={one}>
                {monthName(one)}
              </option>
            ))}
          </select>
        </label>
        <label class="stack">
          <span class="small">{texts.currency}</span>
          <input
            class="input rate-currency"
            list="rate-currencies"
            maxLength={3}
            autoCapitalize="characters"
            value={from}
            onInput={(event) => choose(month, event.currentTarget.value.toUpperCase())}
          />
        </label>
        <datalist id="rate-currencies">
          {["USD", "EUR", "PLN", "GBP", "UAH"]
            .filter((one) => one !== currency)
            .map((one) => (
              <option key={one} value={one} />
            ))}
        </datalist>
        <label class="stack">
          <span class="small">{texts.rate(currency)}</span>
          <input
            class="input budget-amount"
            inputMode="decimal"
            value={rate}
            onInput={(event) => setFields({ ...fields, rate: event.currentTarget.value })}
          />
        </label>
        <label class="stack rate-note">
          <span class="small">{texts.note}</span>
          <input
            class="input"
            maxLength={200}
            placeholder={texts.noteHint}
            value={note}
            onInput={(event) => setFields({ ...fields, note: event.currentTarget.value })}
          />
        </label>
      </div>
      {problem && <FieldProblem text={problem} />}
      <div>
        <Button type="submit" kind="primary" busy={busy}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
