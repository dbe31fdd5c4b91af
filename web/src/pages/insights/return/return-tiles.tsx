import type { ComponentChildren } from "preact";
import type { Known, KnownAmount } from "#core/returns/model.ts";
import type { ReturnView } from "../../../api/returns.ts";
import { t } from "../../../language.ts";
import { me } from "../../../session-state.ts";
import { whenOf } from "../../../wording.ts";
import { money, number, roiText, roundMoney, sums } from "./amounts.tsx";

/** Spent, clicks, cost of a lead, return: four figures with what they are made of. */
export function ReturnTiles({ report }: { readonly report: ReturnView }) {
  const texts = t().returns;
  const { ads, adSpend, budgetSpent, cost, costPerLead, leads, roi, measuredAt } = report;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const zero = money({ minorUnits: 0, currency: report.currency });
  return (
    <div class="tiles return-tiles">
      <Tile title={texts.spent} figure={amountText(cost)} reason={reasonOf(cost)}>
        <p class="small aside">
          {texts.spentParts(ads.spend.available ? sums(adSpend) || zero : "—", sums(budgetSpent) || zero)}
        </p>
        {measuredAt !== null && <p class="small aside">{texts.measured(whenOf(measuredAt, zone))}</p>}
      </Tile>
      <Tile title={texts.clicks} figure={countText(ads.clicks)} reason={reasonOf(ads.clicks)}>
        {ads.costPerClick.available && <p class="small aside">{texts.perClick(money(ads.costPerClick))}</p>}
      </Tile>
      <Tile title={texts.costPerLead} figure={amountText(costPerLead)} reason={reasonOf(costPerLead)}>
        {leads.available && <p class="small aside">{texts.ofLeads(leads.value)}</p>}
        {ads.costPerLead.available && <p class="small aside">{texts.adLead(money(ads.costPerLead))}</p>}
      </Tile>
      <Tile
        title={texts.roi}
        figure={roi.last.available ? roiText(roi.last) : undefined}
        reason={reasonOf(roi.last)}
        tone={roi.last.available ? (roi.last.value < 0 ? "poppy" : "leaf") : undefined}
      >
        <p class="small aside">{texts.roiMeaning}</p>
        {roi.first.available && <p class="small aside">{texts.roiFirst(roiText(roi.first))}</p>}
      </Tile>
    </div>
  );
}

interface TileProps {
  readonly title: string;
  readonly figure: string | undefined;
  readonly reason: string | undefined;
  readonly tone?: "leaf" | "poppy" | undefined;
  readonly children?: ComponentChildren;
}

/** A figure with what it is made of. Not available is a dash and why, never 0. */
function Tile({ title, figure, reason, tone, children }: TileProps) {
  return (
    <section class="tile" aria-label={title}>
      <h2>{title}</h2>
      <p class="tile-figure">
        <span class={`figure ${tone ? `tone-${tone}` : ""}`} aria-hidden={figure === undefined}>
          {figure ?? "—"}
        </span>
        {figure === undefined && <span class="hidden-visually">{t().common.notAvailable}</span>}
      </p>
      {reason && <p class="small aside">{reason}</p>}
      {children}
    </section>
  );
}

const amountText = (of: KnownAmount): string | undefined => (of.available ? roundMoney(of) : undefined);
const countText = (of: Known): string | undefined => (of.available ? number(of.value) : undefined);
const reasonOf = (of: Known | KnownAmount): string | undefined =>
  of.available ? undefined : t().returns.absent[of.reason];
