import { ChevronRight } from "lucide-preact";
import { Link } from "wouter-preact";
import { evidencePage } from "#core/alerts/evidence-page.ts";
import type { Alert } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { whenOf } from "../../wording.ts";

type Evidence = Alert["evidence"][number];

/** What an alert rests on, the newest first, each with the way to it. */
export function EvidenceList({ evidence, count }: Pick<Alert, "evidence" | "count">) {
  const texts = t().alerts;
  const more = count - evidence.length;
  return (
    <>
      <ul class="list">
        {evidence.map((one) => (
          <li key={one.key}>
            <Link href={evidencePage(one)} class="evidence row-link">
              <span class="evidence-what">
                <span class="aside small">{aboutOf(one)}</span>
                {one.excerpt && <span class="evidence-words">{one.excerpt}</span>}
              </span>
              <span class="evidence-act">
                <span class="evidence-see">{texts.see}</span>
                <ChevronRight size={16} aria-hidden="true" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="aside small">{texts.evidenceMore(more)}</p>}
    </>
  );
}

function aboutOf({ what, person, rating, at }: Evidence): string {
  const texts = t().alerts;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const who = person ?? (what === "message" || what === "review" ? texts.anonymous : undefined);
  return [who, rating === undefined ? undefined : texts.stars(rating), whenOf(at, zone)].filter(Boolean).join(" · ");
}
