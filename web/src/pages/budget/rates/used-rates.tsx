import { missingRatesText, rateText } from "#core/i18n/rates.ts";
import { language, t } from "../../../language.ts";
import { mayI } from "../../../session-state.ts";
import { LinkButton } from "../../../ui/button.tsx";

type UsedRate = Parameters<typeof rateText>[1];
type MissingRate = Pick<UsedRate, "month" | "from">;

/** By which rates the figures beside it were converted. */
export function UsedRates({ rates }: { readonly rates: readonly UsedRate[] }) {
  if (rates.length === 0) return null;
  return (
    <p class="small aside">
      {t().returns.converted}: {rates.map((rate) => rateText(language.value, rate)).join("; ")}
    </p>
  );
}

/** Which rates are missing, with the way to enter the first of them. */
export function MissingRates({ missing }: { readonly missing: readonly MissingRate[] }) {
  const [first] = missing;
  if (!first) return null;
  const texts = t().returns;
  return (
    <div class="note note-wheat">
      <div class="stack">
        <p>{texts.missingRates(missingRatesText(language.value, missing))}</p>
        {mayI("manage-goals") && (
          <div>
            <LinkButton to={`/budget/rates?month=${first.month}&from=${first.from}`}>{texts.enterRate}</LinkButton>
          </div>
        )}
      </div>
    </div>
  );
}
