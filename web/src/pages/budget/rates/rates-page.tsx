import { useSearchParams } from "wouter-preact";
import { addMonths, dayOf, monthOf } from "#core/kernel/time.ts";
import { readRates } from "../../../api/rates.ts";
import { now } from "../../../clock.ts";
import { t } from "../../../language.ts";
import { useResource } from "../../../resource.ts";
import { mayI, me } from "../../../session-state.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { Shown } from "../../../ui/states.tsx";
import { RateForm } from "./rate-form.tsx";
import { RateRows } from "./rate-rows.tsx";
import "../budget.css";

/** So many months can be looked at and written. */
const monthsShown = 24;

/** What other currencies are in the workspace's own, month by month; the address may name the rate that is missing. */
export function RatesPage() {
  const [params, setParams] = useSearchParams();
  const thisMonth = monthOf(dayOf(now.value, me.value?.workspace.timeZone ?? "UTC"));
  const months = Array.from({ length: monthsShown }, (_, back) => addMonths(thisMonth, -back));
  const chosen = months.find((month) => month === params.get("month")) ?? thisMonth;
  const from = params.get("from") ?? "";
  const first = months.at(-1) ?? thisMonth;
  const found = useResource(`rates:${first}`, () => readRates(first, thisMonth));
  const texts = t().budget.rates;
  return (
    <Page
      title={texts.title}
      lead={texts.lead(me.value?.workspace.currency ?? "")}
      section="goals"
      actions={<LinkButton to="/budget">{t().budget.title}</LinkButton>}
    >
      <Shown of={found}>
        {({ rates, currency }) => (
          <>
            {mayI("manage-goals") && (
              <RateForm key={`${chosen} ${from}`} place={{ month: chosen, from }} {...{ months, currency, rates }} />
            )}
            <Section title={texts.table}>
              {rates.length === 0 ? (
                <p class="aside section-body">{texts.none}</p>
              ) : (
                <RateRows rates={rates} onChange={({ month, from: of }) => setParams({ month, from: of })} />
              )}
              <p class="small aside section-body">{texts.rounding}</p>
            </Section>
          </>
        )}
      </Shown>
    </Page>
  );
}
