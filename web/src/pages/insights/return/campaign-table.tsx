import type { CampaignReturn, Won } from "#core/returns/model.ts";
import type { ReturnView } from "../../../api/returns.ts";
import { t } from "../../../language.ts";
import { type DataRow, DataTable } from "../../../ui/data-table.tsx";
import { Section } from "../../../ui/page.tsx";
import { Absent, Amount, bothRois, Count, sums } from "./amounts.tsx";

/** Each campaign that had ads or won something, what cost most first. On a phone each is a card of its own. */
export function CampaignTable({ report: { campaigns } }: { readonly report: ReturnView }) {
  const texts = t().returns;
  if (campaigns.length === 0) return null;
  return (
    <Section title={texts.campaigns}>
      <p class="aside section-body">{texts.campaignsLead}</p>
      <DataTable
        rowName={texts.campaign}
        columns={[texts.spend, texts.clicks, texts.perLead, texts.wonFirst, texts.wonLast, texts.roiShort]}
        rows={campaigns.map(rowOf)}
      />
    </Section>
  );
}

function rowOf({ key, name, ads, won, roi }: CampaignReturn): DataRow {
  const texts = t().returns;
  return {
    key: key ?? "",
    name: key === null ? texts.noCampaign : name || texts.namelessCampaign,
    cells: [
      ads ? (
        <Amount key="spend" of={ads.spend} />
      ) : (
        <span key="spend" class="aside">
          {texts.noAds}
        </span>
      ),
      ads ? <Count key="clicks" of={ads.clicks} /> : "—",
      ads ? <Amount key="perLead" of={ads.costPerLead} /> : "—",
      wonText(won.first),
      wonText(won.last),
      roi.last.available ? (
        <span key="roi" class={roi.last.value < 0 ? "tone-poppy" : "tone-leaf"}>
          {bothRois(roi)}
        </span>
      ) : (
        <Absent key="roi" reason={roi.last.reason} />
      ),
    ],
  };
}

/** Its value, or how many leads where nobody has written one. */
export const wonText = (won: Won): string => {
  if (won.leads === 0) return "0";
  return sums(won.value) || t().returns.wonLeads(won.leads);
};
