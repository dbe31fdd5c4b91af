import type { HistoryEntry } from "../../api/contract.ts";
import { listMembers } from "../../api/session.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { Section } from "../../ui/page.tsx";
import { whenOf } from "../../wording.ts";

/** What happened to a post, the newest first. */
export function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const members = useResource("members", listMembers).data?.members ?? [];
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const texts = t().post;
  const nameOf = (by: string): string => {
    if (by.startsWith("system:")) return texts.system;
    return members.find(({ id }) => id === by)?.name ?? t().common.someone;
  };
  return (
    <Section title={texts.history}>
      <ol class="history">
        {entries.toReversed().map((entry) => (
          <li key={`${entry.at}${entry.what}`}>
            <time class="aside">{whenOf(entry.at, zone)}</time>
            <p>
              {texts.what[entry.what]} <span class="aside">· {nameOf(entry.by)}</span>
            </p>
            {entry.note && <blockquote>{entry.note}</blockquote>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
