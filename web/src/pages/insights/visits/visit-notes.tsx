import type { VisitsView } from "../../../api/visits.ts";
import { t } from "../../../language.ts";
import { me } from "../../../session-state.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { dayName } from "../../../wording.ts";

/** Why there are no figures, with the way to them. */
export function NoVisits({ why }: { readonly why: VisitsView["why"] }) {
  const texts = t().visits;
  return (
    <div class="note">
      <div class="stack">
        <p>
          <span aria-hidden="true">— </span>
          {texts.why[why ?? "not-yet"]}
        </p>
        {why !== "not-yet" && why !== "refused" && (
          <div>
            <LinkButton to="/channels">{why === "no-site" ? texts.connect : texts.toChannels}</LinkButton>
          </div>
        )}
      </div>
    </div>
  );
}

/** What one has to know to read the figures. */
export function VisitNotes({ report }: { readonly report: VisitsView }) {
  const texts = t().visits;
  const { sites, daysMissing, settlingFrom, withheld, sampled } = report;
  const zone = me.value?.workspace.timeZone;
  return (
    <>
      {sites.map(({ channelId, name, trouble }) =>
        trouble ? (
          <p key={channelId} class="note note-wheat">
            {texts.troubled(name, texts.why[trouble])}
          </p>
        ) : null,
      )}
      <ul class="small aside visit-notes">
        {daysMissing > 0 && <li>{texts.missingNote(texts.missing(daysMissing))}</li>}
        {settlingFrom && <li>{texts.settling(dayName(settlingFrom))}</li>}
        {withheld && <li>{texts.withheld}</li>}
        {sampled && <li>{texts.sampled}</li>}
        {sites.map(({ channelId, name, timeZone }) =>
          timeZone && timeZone !== zone ? <li key={channelId}>{texts.zone(name, timeZone)}</li> : null,
        )}
        <li>{texts.counted}</li>
      </ul>
    </>
  );
}
