import { Pencil, X } from "lucide-preact";
import { formatNumber } from "#core/i18n/format.ts";
import { type ExchangeRate, keepRate, removeRate } from "../../../api/rates.ts";
import { language, t } from "../../../language.ts";
import { invalidate } from "../../../resource.ts";
import { mayI } from "../../../session-state.ts";
import { tell, tellFailure } from "../../../toasts.ts";
import { IconButton } from "../../../ui/button.tsx";
import { monthInText, monthName } from "../month-name.ts";

interface RowsProps {
  readonly rates: readonly ExchangeRate[];
  /** Asked to change one. */
  readonly onChange: (rate: ExchangeRate) => void;
}

/** The rates, the newest month first. */
export function RateRows({ rates, onChange }: RowsProps) {
  const texts = t().budget.rates;
  return (
    <ul class="list">
      {rates
        .toSorted((a, b) => (a.month === b.month ? (a.from < b.from ? -1 : 1) : a.month < b.month ? 1 : -1))
        .map((rate) => (
          <li key={`${rate.month}${rate.from}`} class="list-row">
            <span class="rate-what">
              <span>{`1 ${rate.from} = ${formatNumber(language.value, Number(rate.rate), 9)} ${rate.to}`}</span>
              <span class="aside small clip">{[monthName(rate.month), rate.note].filter(Boolean).join(" · ")}</span>
            </span>
            {mayI("manage-goals") && (
              <span class="push row">
                <IconButton
                  icon={Pencil}
                  label={texts.change(rate.from, monthInText(rate.month))}
                  onClick={() => onChange(rate)}
                />
                <IconButton
                  icon={X}
                  label={texts.remove(rate.from, monthInText(rate.month))}
                  onClick={() => void remove(rate)}
                />
              </span>
            )}
          </li>
        ))}
    </ul>
  );
}

async function remove(rate: ExchangeRate): Promise<void> {
  const answer = await removeRate(rate);
  invalidate("rates", "budget", "returns");
  if (!answer.ok) return tellFailure(answer.error);
  tell(t().budget.rates.removed, () => void putBack(rate));
}

async function putBack({ month, from, rate, note }: ExchangeRate): Promise<void> {
  const answer = await keepRate({ month, from, rate, ...(note && { note }), version: 0 });
  invalidate("rates", "budget", "returns");
  if (!answer.ok) tellFailure(answer.error);
}
