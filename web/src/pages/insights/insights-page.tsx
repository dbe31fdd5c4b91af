import { kpiNames } from "#core/insights/model.ts";
import { useChannels, useConnected } from "../../api/channels.ts";
import { listGoals } from "../../api/goals.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { dayName } from "../../wording.ts";
import { BestTimes } from "./best-times.tsx";
import { Competitors } from "./competitors/competitors.tsx";
import { KpiTile } from "./kpi-tile.tsx";
import { Norms } from "./norms.tsx";
import { useRange } from "./range.ts";
import { RangePicker } from "./range-picker.tsx";
import { Recommendations } from "./recommendations.tsx";
import { goalOf, tileOf } from "./tiles.ts";
import { UnusualSummary } from "./unusual-summary.tsx";
import { VisitSummary } from "./visits/visit-summary.tsx";
import "./insights.css";

/** The eight KPIs on one page. */
export function InsightsPage() {
  const range = useRange();
  const channels = useChannels();
  const goals = useResource("goals", listGoals).data?.goals ?? [];
  const texts = t().insights;
  const { report, search } = range;
  const hasSite = useConnected().data?.channels.some(({ manifest }) => manifest.capabilities.visits);
  const shown = (channels.data?.channels ?? []).filter(({ id }) => !range.channelId || id === range.channelId);
  if (channels.data?.channels.length === 0) {
    return (
      <Page title={texts.title} section="insights">
        <Empty text={texts.empty}>
          <LinkButton to="/channels" kind="primary">
            {texts.connect}
          </LinkButton>
        </Empty>
        {hasSite && <VisitSummary days={Number(range.span)} />}
      </Page>
    );
  }
  return (
    <Page
      title={texts.title}
      lead={report.data && texts.lead(dayName(report.data.from), dayName(report.data.to))}
      section="insights"
      actions={<RangePicker range={range} />}
    >
      <Shown of={report} skeleton={<TileSkeletons />}>
        {(data) => (
          <div class="tiles">
            {kpiNames.map((name) => {
              const tile = tileOf(name, data);
              return (
                <KpiTile
                  key={name}
                  tile={tile}
                  report={data}
                  goal={goalOf(goals, tile, data)}
                  to={`/insights/${name}${search}`}
                />
              );
            })}
          </div>
        )}
      </Shown>
      {!range.channelId && <VisitSummary days={Number(range.span)} />}
      <Recommendations channelId={range.channelId} />
      {report.data?.step === "day" && <UnusualSummary report={report.data} search={search} />}
      <BestTimes channels={shown} />
      <Norms channels={shown} />
      {channels.data && (
        <Competitors from={range.from} to={range.to} channels={channels.data.channels} channelId={range.channelId} />
      )}
    </Page>
  );
}

function TileSkeletons() {
  return (
    <div class="tiles" role="status" aria-label={t().common.loading}>
      {kpiNames.map((name) => (
        <div key={name} class="tile">
          <span class="skeleton" style={{ width: "60%", height: "16px" }} />
          <span class="skeleton" style={{ width: "40%", height: "40px" }} />
          <span class="skeleton" style={{ width: "100%", height: "36px" }} />
        </div>
      ))}
    </div>
  );
}
