import { Link } from "wouter-preact";
import { useChannels } from "../../api/channels.ts";
import type { ThreadView } from "../../api/contract.ts";
import { assignThread } from "../../api/inbox.ts";
import { listMembers } from "../../api/session.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { whenOf } from "../../wording.ts";
import { LeadFromThread } from "../leads/lead-from-thread.tsx";
import { StagePill } from "../leads/lead-item.tsx";
import { CaseFromThread } from "../reviews/cases/case-from-thread.tsx";

/** The lead that the person is, and how far it has come. */
function PersonLead({ lead }: { readonly lead: NonNullable<ThreadView["person"]["lead"]> }) {
  return (
    <p class="row row-wrap person-lead">
      <StagePill stage={lead.stage} />
      <Link href={`/leads/${lead.id}`}>{t().leads.seeLead}</Link>
    </p>
  );
}

/** Who writes, and which of us answers. */
export function PersonPane({ view: { thread, person, caseId } }: { readonly view: ThreadView }) {
  const members = useResource("members", listMembers).data?.members ?? [];
  const channels = useChannels().data?.channels ?? [];
  const texts = t().inbox;
  const assign = async (memberId: string) => {
    const answer = await assignThread(thread.id, memberId || null);
    invalidate(`thread:${thread.id}`, "inbox:");
    if (!answer.ok) return tellFailure(answer.error);
    const name = members.find(({ id }) => id === memberId)?.name;
    tell(name ? texts.assignedToast(name) : texts.unassignedToast);
  };
  const isGone =
    thread.assignee !== undefined && members.length > 0 && !members.some(({ id }) => id === thread.assignee);
  return (
    <aside class="person" aria-label={texts.person}>
      <span class="person-face" aria-hidden="true">
        {(person.name ?? "?").charAt(0)}
      </span>
      <h2>{person.name ?? texts.nobody}</h2>
      <p class="aside">{person.others.length > 0 ? texts.threadsOf(person.threads) : t().inboxTeam.onlyThread}</p>
      {person.others.length > 0 && <h3 class="small aside person-history">{t().inboxTeam.history}</h3>}
      {person.others.length > 0 && (
        <ul class="person-others">
          {person.others.map((other) => (
            <li key={other.id}>
              <Link href={`/inbox/${other.id}`} class="clip">
                {other.lastOwn && `${texts.us}: `}
                {other.excerpt}
              </Link>
              <span class="aside small row">
                <PlatformMark manifest={channels.find(({ id }) => id === other.channelId)?.manifest} size={16} />
                {texts.kind[other.kind]}, {whenOf(other.lastAt, me.value?.workspace.timeZone ?? "UTC")}
              </span>
            </li>
          ))}
        </ul>
      )}
      {person.lead ? <PersonLead lead={person.lead} /> : <LeadFromThread threadId={thread.id} />}
      <CaseFromThread about={{ threadId: thread.id }} caseId={caseId} />
      <div class="field person-assign">
        <label for="assignee">{texts.assign}</label>
        <select
          id="assignee"
          class="input"
          disabled={!mayI("respond")}
          value={thread.assignee ?? ""}
          onChange={(event) => void assign(event.currentTarget.value)}
        >
          <option value="">{texts.unassigned}</option>
          {isGone && <option value={thread.assignee}>{t().rules.removedMember}</option>}
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </select>
      </div>
    </aside>
  );
}
