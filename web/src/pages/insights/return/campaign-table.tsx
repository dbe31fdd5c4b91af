import type { CampaignReturn, Won } from "#core/returns/model.ts";
import type { ReturnView } from "../../../api/returns.ts";
import { t } from "../../../language.ts";
import { Section } from "../../../ui/page.tsx";
import { Absent, Amount, bothRois, Count, sums } from "./amounts.tsx";

/** Each campaign that had ads or won something, what cost most first. On a phone each is a card of its own. */
export function CampaignTable({ report: { campaigns } }: { readonly report: ReturnView }) {
  const texts = t().returns;
  if (campaigns.length === 0) return null;
  return (
    <Section title={texts.campaigns}>
      <p class="aside section-body">{texts.campaignsLead}</p>
      <table class="return-table">
        <thead>
          <tr>
            <th scope="col">{texts.campaign}</th>
            {[texts.spend, texts.clicks, texts.perLead, texts.wonFirst, texts.wonLast, texts.roiShort].map((name) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <Row key={campaign.key ?? ""} campaign={campaign} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Row({ campaign: { key, name, ads, won, roi } }: { readonly campaign: CampaignReturn }) {
  const texts = t().returns;
  const title = key === null ? texts.noCampaign : name || texts.namelessCampaign;
  const noAds = <span class="aside">{texts.noAds}</span>;
  return (
    <tr>
      <th scope="row">{title}</th>
      <td class="number" data-label={texts.spend}>
        {ads ? <Amount of={ads.spend} /> : noAds}
      </td>
      <td class="number" data-label={texts.clicks}>
        {ads ? <Count of={ads.clicks} /> : "—"}
      </td>
      <td class="number" data-label={texts.perLead}>
        {ads ? <Amount of={ads.costPerLead} /> : "—"}
      </td>
      <td class="number" data-label={texts.wonFirst}>
        {wonText(won.first)}
      </td>
      <td class="number" data-label={texts.wonLast}>
        {wonText(won.last)}
      </td>
      <td class="number" data-label={texts.roiShort}>
        {roi.last.available ? (
          <span class={roi.last.value < 0 ? "tone-poppy" : "tone-leaf"}>{bothRois(roi)}</span>
        ) : (
          <Absent reason={roi.last.reason} />
        )}
      </td>
    </tr>
  );
}

/** Its value, or how many leads where nobody has written one. */
export const wonText = (won: Won): string => {
  if (won.leads === 0) return "0";
  return sums(won.value) || t().returns.wonLeads(won.leads);
};
