import type { HistoryEntry } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { Section } from "../../ui/page.tsx";
import { whenOf } from "../../wording.ts";
import { nameOf } from "./history.tsx";

const steps: readonly string[] = ["submitted", "approved", "changes-requested", "endorsed", "objected"];

/** What was asked and answered about the post, in the order it was said. */
export function ReviewTalk({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const said = entries.filter(({ what }) => steps.includes(what));
  if (said.length === 0) return null;
  return (
    <Section title={t().review.talk}>
      <ol class="history">
        {said.map((entry) => (
          <li key={`${entry.at}${entry.what}`}>
            <p>
              <strong>{nameOf(entry.actor)}</strong> <span class="aside">· {whenOf(entry.at, zone)}</span>
            </p>
            <p>{t().post.what[entry.what]}</p>
            {entry.comment && <blockquote>{entry.comment}</blockquote>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
