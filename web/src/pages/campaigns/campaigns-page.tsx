import { Plus } from "lucide-preact";
import { useSearchParams } from "wouter-preact";
import { useCampaigns } from "../../api/campaigns.ts";
import type { Campaign } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { mayI } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { CampaignDialog } from "./campaign-dialog.tsx";
import { CampaignRow } from "./campaign-row.tsx";
import "./campaigns.css";

/** The workspace's campaigns, the newest period first. */
export function CampaignsPage() {
  const campaigns = useCampaigns();
  const [params, setParams] = useSearchParams();
  const texts = t().campaigns;
  const mayChange = mayI("manage-campaigns");
  const add = () => setParams({ new: "1" });
  const close = () => setParams({});
  const all = campaigns.data?.campaigns ?? [];
  const changed = all.find(({ id }) => id === params.get("change"));
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      width="narrow"
      section="calendar"
      actions={
        mayChange && all.length > 0 ? (
          <Button kind="primary" icon={Plus} onClick={add}>
            {texts.add}
          </Button>
        ) : undefined
      }
    >
      <Shown of={campaigns}>
        {(data) =>
          data.campaigns.length === 0 ? (
            <Empty text={texts.empty}>
              {mayChange && (
                <Button kind="primary" onClick={add}>
                  {texts.add}
                </Button>
              )}
            </Empty>
          ) : (
            <CampaignList campaigns={data.campaigns} onChange={(id) => setParams({ change: id })} />
          )
        }
      </Shown>
      {mayChange && params.get("new") && <CampaignDialog onClose={close} />}
      {mayChange && changed && <CampaignDialog campaign={changed} onClose={close} />}
    </Page>
  );
}

interface ListProps {
  readonly campaigns: readonly Campaign[];
  readonly onChange: (id: string) => void;
}

function CampaignList({ campaigns, onChange }: ListProps) {
  const shelf = campaigns.filter(({ archived }) => archived);
  const rows = (some: readonly Campaign[]) => (
    <ul class="list campaigns">
      {some.map((campaign) => (
        <CampaignRow key={campaign.id} campaign={campaign} onChange={() => onChange(campaign.id)} />
      ))}
    </ul>
  );
  return (
    <>
      {rows(campaigns.filter(({ archived }) => !archived))}
      {shelf.length > 0 && (
        <details class="campaign-shelf">
          <summary>{t().campaigns.archivedOnes(shelf.length)}</summary>
          {rows(shelf)}
        </details>
      )}
    </>
  );
}
