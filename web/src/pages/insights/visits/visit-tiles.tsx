import type { ComponentChildren } from "preact";
import { formatPercent } from "#core/i18n/format.ts";
import type { VisitsView } from "../../../api/visits.ts";
import { language, t } from "../../../language.ts";
import { me } from "../../../session-state.ts";
import { whenOf } from "../../../wording.ts";
import { type ChangeText, changeText, signedPercent } from "../figures.ts";
import { number, sums } from "../return/amounts.tsx";

/** Visits, engaged ones, key events, new visitors: four figures; the first with its change. */
export function VisitTiles({ report }: { readonly report: VisitsView }) {
  const texts = t().visits;
  const { total, sites } = report;
  if (!total) return null;
  const { sessions, engagedShare, keyEvents, newUsers, revenue } = total;
  const measuredAt = Math.min(...sites.flatMap((site) => site.measuredAt ?? []));
  const change = changeOf(report);
  return (
    <div class="tiles return-tiles">
      <Tile title={texts.visits} figure={number(sessions)}>
        <p class={`small tone-${change.tone}`}>{change.text}</p>
        {report.change && report.settlingFrom && <p class="small aside">{texts.settledOnly}</p>}
        {Number.isFinite(measuredAt) && (
          <p class="small aside">{texts.measured(whenOf(measuredAt, me.value?.workspace.timeZone ?? "UTC"))}</p>
        )}
      </Tile>
      <Tile title={texts.engaged} figure={engagedShare === null ? "—" : formatPercent(language.value, engagedShare)}>
        <p class="small aside">{texts.engagedMeaning}</p>
      </Tile>
      <Tile title={texts.keyEvents} figure={number(keyEvents)}>
        {revenue.length > 0 && <p class="small">{texts.revenue(sums(revenue))}</p>}
        <p class="small aside">{texts.keyEventsMeaning}</p>
      </Tile>
      <Tile title={texts.newUsers} figure={number(newUsers)}>
        <p class="small aside">{texts.newUsersMeaning}</p>
      </Tile>
    </div>
  );
}

function Tile(props: { readonly title: string; readonly figure: string; readonly children: ComponentChildren }) {
  return (
    <section class="tile" aria-label={props.title}>
      <h2>{props.title}</h2>
      <p class="tile-figure">
        <span class="figure">{props.figure}</span>
      </p>
      {props.children}
    </section>
  );
}

/** Against the period before: by count where as many days are known, otherwise by the days' means. */
function changeOf({ change }: VisitsView): ChangeText {
  const texts = t().visits;
  if (!change) return { text: texts.noComparison, tone: "soft" };
  const { difference, relative } = change;
  if (difference !== null) {
    return changeText("siteVisits", {
      difference: { available: true, value: difference },
      relative: relative === null ? { available: false, reason: "no-cases" } : { available: true, value: relative },
      basis: "whole",
    });
  }
  if (relative === null) return { text: texts.noComparison, tone: "soft" };
  return { text: texts.perDay(signedPercent(relative)), tone: relative < 0 ? "poppy" : "leaf" };
}
