import { useSearchParams } from "wouter-preact";
import { addDays, dayOf } from "#core/kernel/time.ts";
import { readVisits } from "../../../api/visits.ts";
import { now } from "../../../clock.ts";
import { t } from "../../../language.ts";
import { useResource } from "../../../resource.ts";
import { me } from "../../../session-state.ts";
import { Page } from "../../../ui/page.tsx";
import { Segments } from "../../../ui/segments.tsx";
import { Shown } from "../../../ui/states.tsx";
import { dayName } from "../../../wording.ts";
import { OriginTables } from "./origin-tables.tsx";
import { VisitChart } from "./visit-chart.tsx";
import { NoVisits, VisitNotes } from "./visit-notes.tsx";
import { VisitTiles } from "./visit-tiles.tsx";
import "../insights.css";
import "../return/return.css";
import "./visits.css";

const spans = ["28", "90", "365"] as const;

/** Who came to the site from social: how many, from where, by which campaigns and posts. */
export function VisitsPage() {
  const [params, setParams] = useSearchParams();
  const span = spans.find((one) => one === params.get("days")) ?? "28";
  const to = dayOf(now.value, me.value?.workspace.timeZone ?? "UTC");
  const from = addDays(to, 1 - Number(span));
  const report = useResource(`visits:${from}:${to}`, () => readVisits(from, to));
  const texts = t().visits;
  return (
    <Page
      title={texts.section}
      lead={texts.lead(dayName(from), dayName(to))}
      section="insights"
      actions={
        <Segments
          label={texts.period}
          options={spans.map((value) => ({ value, text: texts.days[value] }))}
          value={span}
          onChange={(days) => setParams({ days })}
        />
      }
    >
      <Shown of={report}>
        {(data) =>
          data.total ? (
            <>
              <VisitTiles report={data} />
              <VisitChart report={data} />
              <OriginTables report={data} />
              <VisitNotes report={data} />
            </>
          ) : (
            <NoVisits why={data.why} />
          )
        }
      </Shown>
    </Page>
  );
}
