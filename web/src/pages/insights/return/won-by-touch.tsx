import type { Won } from "#core/returns/model.ts";
import type { ReturnView } from "../../../api/returns.ts";
import { t } from "../../../language.ts";
import { Section } from "../../../ui/page.tsx";
import { money, sums } from "./amounts.tsx";

/** What was won, by first and by last touch beside each other, and what nobody knows the origin of. */
export function WonByTouch({ report: { won, unknown } }: { readonly report: ReturnView }) {
  const texts = t().returns;
  return (
    <Section title={texts.won}>
      <p class="aside section-body">{texts.wonLead}</p>
      <div class="return-touches">
        <Touch title={texts.firstTouch} won={won.first} unknown={unknown.first} />
        <Touch title={texts.lastTouch} won={won.last} unknown={unknown.last} />
      </div>
    </Section>
  );
}

function Touch({ title, won, unknown }: { readonly title: string; readonly won: Won; readonly unknown: Won }) {
  const texts = t().returns;
  return (
    <section class="card stack" aria-label={title}>
      <h3>{title}</h3>
      <p>
        <span class="figure return-sum">{sums(won.value) || (won.leads > 0 ? "—" : texts.nothingWon)}</span>
      </p>
      {isConverted(won) && won.worth.available && <p class="small aside">{texts.inOne(money(won.worth))}</p>}
      <p class="small aside">{countsOf(won)}</p>
      {unknown.leads > 0 && (
        <p class="small aside">{texts.unknown([countsOf(unknown), sums(unknown.value)].filter(Boolean).join(", "))}</p>
      )}
    </section>
  );
}

/** Whether its value says something else than the sums of its currencies. */
const isConverted = ({ value, worth }: Won): boolean =>
  worth.available && value.some(({ currency, minorUnits }) => minorUnits !== 0 && currency !== worth.currency);

function countsOf({ leads, withoutValue }: Won): string {
  const texts = t().returns;
  return [texts.wonLeads(leads), ...(withoutValue > 0 ? [texts.withoutValue(withoutValue)] : [])].join(", ");
}
