import { Link } from "wouter-preact";
import { useChannels } from "../../api/channels.ts";
import type { ThreadSummary } from "../../api/contract.ts";
import { listMembers } from "../../api/session.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { whenOf } from "../../wording.ts";
import { IntentPill, SentimentPill, SnoozeMark, TargetClock, UnsentMark } from "./marks.tsx";
import { PriorityMark } from "./priority-mark.tsx";

interface ThreadListProps {
  readonly threads: readonly ThreadSummary[];
  readonly openId: string | undefined;
  readonly search: string;
  readonly picked: ReadonlySet<string>;
  /** Absent for members who may only read. */
  readonly onPick: ((threadId: string) => void) | undefined;
  readonly onMore: (() => void) | undefined;
}

/** The threads, those that wait marked with their target's clock. */
export function ThreadList({ threads, openId, search, picked, onPick, onMore }: ThreadListProps) {
  return (
    <>
      <ul class={`threads ${picked.size > 0 ? "threads-picking" : ""}`}>
        {threads.map((thread) => (
          <li key={thread.id} class="thread-line">
            {onPick && (
              <label class="thread-pick">
                <input
                  type="checkbox"
                  checked={picked.has(thread.id)}
                  aria-label={t().inboxTeam.pick(thread.author.name ?? t().inbox.nobody)}
                  onChange={() => onPick(thread.id)}
                />
              </label>
            )}
            <ThreadRow thread={thread} isOpen={thread.id === openId} search={search} />
          </li>
        ))}
      </ul>
      {onMore && (
        <div class="threads-more">
          <Button wide onClick={onMore}>
            {t().inbox.more}
          </Button>
        </div>
      )}
    </>
  );
}

interface RowProps {
  readonly thread: ThreadSummary;
  readonly isOpen: boolean;
  readonly search: string;
}

function ThreadRow({ thread, isOpen, search }: RowProps) {
  const channel = useChannels().data?.channels.find(({ id }) => id === thread.channelId);
  const members = useResource("members", listMembers).data?.members ?? [];
  const texts = t().inbox;
  const waits = thread.unanswered > 0 && thread.state === "open";
  const assignee = members.find(({ id }) => id === thread.assignee)?.name;
  return (
    <Link
      href={`/inbox/${thread.id}${search}`}
      class={`thread-row ${waits ? "thread-waits" : ""}`}
      aria-current={isOpen ? "true" : undefined}
    >
      <span class="thread-top">
        <PlatformMark manifest={channel?.manifest} size={16} />
        <span class="thread-name clip">{thread.author.name ?? texts.nobody}</span>
        <time class="aside small push">{whenOf(thread.lastAt, me.value?.workspace.timeZone ?? "UTC")}</time>
      </span>
      <span class="thread-excerpt">
        {thread.lastOwn && `${texts.us}: `}
        {thread.excerpt}
      </span>
      <span class="row row-wrap thread-marks">
        <UnsentMark unsent={thread.unsent} />
        {waits && <TargetClock dueAt={thread.dueAt} />}
        <PriorityMark priority={thread.priority} />
        <SnoozeMark thread={thread} />
        <span class="small aside">{texts.kind[thread.kind]}</span>
        <SentimentPill sentiment={thread.sentiment} />
        <IntentPill intent={thread.intent} />
        {thread.labels.map((label) => (
          <span key={label} class="pill thread-label">
            {label}
          </span>
        ))}
        {assignee && <span class="small aside">{assignee}</span>}
      </span>
    </Link>
  );
}
