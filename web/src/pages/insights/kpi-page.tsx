import { ArrowLeft } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";
import { type KpiName, type KpiReport, kpiNames } from "#core/insights/model.ts";
import { listGoals } from "../../api/goals.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Page } from "../../ui/page.tsx";
import { Shown } from "../../ui/states.tsx";
import { capital } from "../../wording.ts";
import { NotFoundPage } from "../not-found-page.tsx";
import { ByType } from "./by-type.tsx";
import { changeText, formatHeadline } from "./figures.ts";
import { measuredText } from "./kpi-tile.tsx";
import { LeadSources } from "./lead-sources.tsx";
import { NegativeParts } from "./negative-parts.tsx";
import { Profile } from "./profile.tsx";
import { useRange } from "./range.ts";
import { RangePicker } from "./range-picker.tsx";
import { ResponseFigures } from "./response-figures.tsx";
import { SeriesChart } from "./series-chart.tsx";
import { goalOf, type Tile, tileOf } from "./tiles.ts";
import { UnusualDays, unusualOf } from "./unusual-days.tsx";
import "./insights.css";

const beside: Readonly<Partial<Record<KpiName, (report: KpiReport) => ComponentChildren>>> = {
  audienceProfile: (report) => <Profile report={report} />,
  engagementByType: (report) => <ByType report={report} />,
  leads: (report) => <LeadSources report={report} />,
  response: (report) => <ResponseFigures report={report} />,
  negativeFeedback: (report) => <NegativeParts report={report} />,
};

/** One KPI: how it went, day by day, with the table behind it. */
export function KpiPage({ name }: { readonly name: string }) {
  const kpi = kpiNames.find((one) => one === name);
  return kpi ? <Detail name={kpi} /> : <NotFoundPage />;
}

function Detail({ name }: { readonly name: KpiName }) {
  const range = useRange();
  const goals = useResource("goals", listGoals).data?.goals ?? [];
  const texts = t().insights;
  const findingOf = (kpi: string, words: string | undefined) =>
    words ? texts.findingUp(kpi, words) : texts.findingNone(kpi);
  return (
    <Page
      title={texts.kpi[name]}
      lead={
        <>
          <Link href={`/insights${range.search}`} class="row kpi-back">
            <ArrowLeft size={14} aria-hidden="true" />
            {texts.seeAll}
          </Link>
          {texts.definition[name]}
        </>
      }
      actions={<RangePicker range={range} />}
    >
      <Shown of={range.report}>
        {(report) => {
          const tile = tileOf(name, report);
          const change = report.change[tile.headline];
          const words = change && changeText(tile.headline, change);
          const goal = goalOf(goals, tile, report);
          const unusual = unusualOf(name, report);
          return (
            <>
              {tile.figure.available ? (
                <p class="tile-figure kpi-figure">
                  <span class="figure">{formatHeadline(tile.headline, tile.figure.value)}</span>
                  <span class="aside">{tile.unit}</span>
                  {tile.note ? (
                    <span class="aside">{tile.note}</span>
                  ) : (
                    tile.series && words && <span class={`tone-${words.tone}`}>{words.text}</span>
                  )}
                  <span class="aside small push">{measuredText(report)}</span>
                </p>
              ) : (
                <p class="tile-figure kpi-figure">
                  <span class="figure">—</span>
                  <span class="aside">{texts.reason[tile.figure.reason]}</span>
                </p>
              )}
              {tile.series && (
                <SeriesChart
                  report={report}
                  headline={tile.series}
                  title={findingOf(
                    texts.kpi[name],
                    tile.note ?? (change?.difference.available ? words?.text : undefined),
                  )}
                  goal={goal}
                  marked={new Set(unusual.map(({ day }) => day))}
                />
              )}
              <KpiNotes tile={tile} compared={tile.note ? undefined : words?.note} />
              <UnusualDays days={unusual} />
              {beside[name]?.(report)}
            </>
          );
        }}
      </Shown>
    </Page>
  );
}

/** What is missing from a figure, and which days its change is of. */
function KpiNotes({ tile, compared }: { readonly tile: Tile; readonly compared: string | undefined }) {
  const notes = [tile.figure.available && tile.isPartial && t().insights.partial, tile.series && compared].filter(
    Boolean,
  );
  return notes.length > 0 ? <p class="aside small">{capital(notes.join("; "))}.</p> : null;
}
