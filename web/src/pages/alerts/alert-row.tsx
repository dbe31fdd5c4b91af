import { ChevronRight } from "lucide-preact";
import { Link } from "wouter-preact";
import type { AlertSummary } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { whenOf } from "../../wording.ts";
import { SeverityPill } from "./severity-pill.tsx";

/** One cause in the register: how grave, what happened, by when somebody must have seen it. */
export function AlertRow({ alert }: { readonly alert: AlertSummary }) {
  const { id, severity, side, title, count, lastSeenAt, answerBy, owner } = alert;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const texts = t().alerts;
  const about = [
    texts.pieces(count),
    texts.lastSeen(whenOf(lastSeenAt, zone)),
    ...(owner ? [texts.ownedBy(owner.name)] : []),
  ];
  return (
    <li>
      <Link href={`/alerts/${id}`} class="alert-row row-link">
        <SeverityPill severity={severity} side={side} />
        <span class="alert-what">
          <span class="alert-title">{title}</span>
          <span class="aside small">{about.join(" · ")}</span>
          {answerBy !== undefined && (
            <span class={`small ${answerBy < now.value ? "tone-poppy" : "tone-wheat"}`}>
              {(answerBy < now.value ? texts.answerLate : texts.answerBy)(whenOf(answerBy, zone))}
            </span>
          )}
        </span>
        <ChevronRight size={16} class="alert-go" aria-hidden="true" />
      </Link>
    </li>
  );
}
