import { useSearchParams } from "wouter-preact";
import { addDays, dayOf } from "#core/kernel/time.ts";
import { listChosenAdAccounts, type ReturnView, readReturn } from "../../../api/returns.ts";
import { now } from "../../../clock.ts";
import { t } from "../../../language.ts";
import { useResource } from "../../../resource.ts";
import { me } from "../../../session-state.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Segments } from "../../../ui/segments.tsx";
import { Shown } from "../../../ui/states.tsx";
import { dayName } from "../../../wording.ts";
import { MissingRates, UsedRates } from "../../budget/rates/used-rates.tsx";
import { AccessEnd } from "../../channels/access-end.tsx";
import { CampaignTable } from "./campaign-table.tsx";
import { ChannelTable, PublicationTable } from "./earners.tsx";
import { ReturnTiles } from "./return-tiles.tsx";
import { SpendChart } from "./spend-chart.tsx";
import { WonByTouch } from "./won-by-touch.tsx";
import "../insights.css";
import "./return.css";

const spans = ["28", "90", "365"] as const;

/** What a period cost and what came of it. */
export function ReturnPage() {
  const [params, setParams] = useSearchParams();
  const span = spans.find((one) => one === params.get("days")) ?? "28";
  const to = dayOf(now.value, me.value?.workspace.timeZone ?? "UTC");
  const from = addDays(to, 1 - Number(span));
  const report = useResource(`returns:${from}:${to}`, () => readReturn(from, to));
  const texts = t().returns;
  return (
    <Page
      title={texts.title}
      lead={texts.lead(dayName(from), dayName(to))}
      section="insights"
      actions={
        <>
          <LinkButton to="/budget">{texts.budget}</LinkButton>
          <Segments
            label={texts.period}
            options={spans.map((value) => ({ value, text: texts.days[value] }))}
            value={span}
            onChange={(days) => setParams({ days })}
          />
        </>
      }
    >
      <Shown of={report}>{(data) => <Report report={data} />}</Shown>
    </Page>
  );
}

function Report({ report }: { readonly report: ReturnView }) {
  return (
    <>
      <Notes report={report} />
      <ReturnTiles report={report} />
      <UsedRates rates={report.rates} />
      <SpendChart report={report} />
      <WonByTouch report={report} />
      <CampaignTable report={report} />
      <ChannelTable report={report} />
      <PublicationTable report={report} />
    </>
  );
}

/** What the figures lack, before the figures. */
function Notes({ report: { ads, daysMissing, missingRates, more } }: { readonly report: ReturnView }) {
  const texts = t().returns;
  const accounts = useResource("ad-accounts", listChosenAdAccounts).data?.accounts ?? [];
  const noAccount = !ads.spend.available && ads.spend.reason === "no-account";
  return (
    <div class="stack return-notes">
      {noAccount && (
        <div class="note">
          <div class="stack">
            <p>{texts.noAccount}</p>
            <div>
              <LinkButton to="/channels">{texts.chooseAccount}</LinkButton>
            </div>
          </div>
        </div>
      )}
      {daysMissing > 0 && ads.clicks.available && (
        <p class="note note-wheat">{texts.missingNote(texts.missing(daysMissing))}</p>
      )}
      <MissingRates missing={missingRates} />
      {more && <p class="note note-wheat">{texts.more}</p>}
      {accounts.map(({ channelId, accessEndsAt }) =>
        accessEndsAt === undefined ? null : <AccessEnd key={channelId} at={accessEndsAt} />,
      )}
    </div>
  );
}
