import { addDays, dayOf } from "#core/kernel/time.ts";
import { readVisits } from "../../../api/visits.ts";
import { now } from "../../../clock.ts";
import { t } from "../../../language.ts";
import { useResource } from "../../../resource.ts";
import { me } from "../../../session-state.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Section } from "../../../ui/page.tsx";
import { Shown } from "../../../ui/states.tsx";
import { OriginTables } from "./origin-tables.tsx";
import { VisitChart } from "./visit-chart.tsx";
import { NoVisits, VisitNotes } from "./visit-notes.tsx";
import { VisitTiles } from "./visit-tiles.tsx";
import "../return/return.css";
import "./visits.css";

/** Site visits among the figures of the last so many days, or the line that says how to have them measured. */
export function VisitSummary({ days }: { readonly days: number }) {
  const to = dayOf(now.value, me.value?.workspace.timeZone ?? "UTC");
  const from = addDays(to, 1 - days);
  const report = useResource(`visits:${from}:${to}`, () => readVisits(from, to));
  const texts = t().visits;
  return (
    <div id="visits" class="visit-summary">
      <Section title={texts.section} action={<LinkButton to="/insights/visits">{texts.more}</LinkButton>}>
        <Shown of={report}>
          {(data) =>
            data.total ? (
              <>
                <VisitTiles report={data} />
                <VisitChart report={data} />
                <OriginTables report={{ ...data, posts: [] }} />
                <VisitNotes report={data} />
              </>
            ) : (
              <NoVisits why={data.why} />
            )
          }
        </Shown>
      </Section>
    </div>
  );
}
