import type { HistoryEntry } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { Section } from "../../ui/page.tsx";
import { whenOf } from "../../wording.ts";

/** What happened to a post, the newest first. */
export function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const texts = t().post;
  return (
    <Section title={texts.history}>
      <ol class="history">
        {entries.toReversed().map((entry) => (
          <li key={`${entry.at}${entry.what}`}>
            <time class="aside">{whenOf(entry.at, zone)}</time>
            <p>
              {texts.what[entry.what]} <span class="aside">· {nameOf(entry.actor)}</span>
            </p>
            {entry.comment && <blockquote>{entry.comment}</blockquote>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Who did something: a member, somebody outside by the name they gave, or the product itself. */
export function nameOf({ id, name, external }: HistoryEntry["actor"]): string {
  if (external) return t().post.outside(name ?? t().common.someone);
  if (name !== undefined) return name;
  if (id.startsWith("system:")) return t().post.system;
  return id.startsWith("mem_") ? t().common.formerMember : t().common.someone;
}
