import type { Alert } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { Section } from "../../ui/page.tsx";
import { whenOf } from "../../wording.ts";
import { DeliveryPill } from "../reports/delivery-pill.tsx";

/** What has happened to an alert, the newest first, and who was mailed about it. */
export function AlertHistory({ alert: { history, mails } }: { readonly alert: Alert }) {
  const texts = t().alerts;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  return (
    <>
      <Section title={texts.mails}>
        {mails.length === 0 && <p class="aside section-body">{texts.nobodyTold}</p>}
        <ul class="list">
          {mails.map((mail) => (
            <li key={mail.id} class="list-row">
              <span class="alert-reader">
                <span class="clip">{mail.name}</span>
                <span class="aside small clip">{`${mail.email} · ${texts.level[mail.level] ?? ""}`}</span>
              </span>
              <span class="push">
                <DeliveryPill delivery={mail} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={texts.history}>
        <ul class="alert-history">
          {history.toReversed().map((entry) => (
            <li key={`${entry.at}${entry.what}`}>
              <span class="aside small">{whenOf(entry.at, zone)}</span>
              <span>
                {[
                  entry.by.name,
                  `${texts.did[entry.what]}${entry.owner ? `: ${entry.owner}` : ""}${entry.level ? `: ${texts.level[entry.level] ?? ""}` : ""}`,
                ]
                  .filter(Boolean)
                  .join(" · ")}
                {entry.note && <span class="alert-note">{entry.note}</span>}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
