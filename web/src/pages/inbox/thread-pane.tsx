import { ArrowLeft } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { Link } from "wouter-preact";
import { useChannels } from "../../api/channels.ts";
import type { ThreadView } from "../../api/contract.ts";
import { readThread } from "../../api/inbox.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Shown, SkeletonRows } from "../../ui/states.tsx";
import { AnswerBox } from "./answer-box.tsx";
import { MessageItem } from "./message-item.tsx";
import { NoteItem } from "./note-item.tsx";
import { PersonPane } from "./person-pane.tsx";
import { usePresence } from "./presence.ts";
import { PresentNote } from "./present-note.tsx";
import { RuledItem, ruledGroups } from "./ruled-item.tsx";
import { ThreadHead } from "./thread-head.tsx";
import { ThreadPost } from "./thread-post.tsx";
import "./rules.css";

const EVERY_MS = 5_000;

interface ThreadPaneProps {
  readonly id: string;
  readonly backTo: string;
  /** The thread was finished by a key: on to the next. */
  readonly onDone: () => void;
}

/** A conversation with what it is about, and who it is with. */
export function ThreadPane({ id, backTo, onDone }: ThreadPaneProps) {
  const thread = useResource(`thread:${id}`, () => readThread(id), EVERY_MS);
  const onTyped = usePresence(id);
  return (
    <>
      <section class="thread" aria-label={t().inbox.title}>
        <Link href={backTo} class="thread-back">
          <ArrowLeft size={16} aria-hidden="true" />
          {t().common.back}
        </Link>
        <Shown of={thread} skeleton={<SkeletonRows rows={4} height={48} />}>
          {(view) => <Conversation view={view} onTyped={onTyped} onDone={onDone} />}
        </Shown>
      </section>
      {thread.data && <PersonPane view={thread.data} />}
    </>
  );
}

/** Messages, notes and what rules did in one row of time. */
const inTime = ({ messages, notes, ruled }: ThreadView) =>
  [
    ...messages.map((message) => ({ message, at: message.at })),
    ...notes.map((note) => ({ note, at: note.at })),
    ...ruledGroups(ruled).map((group) => ({ group, at: group.at })),
  ].sort((a, b) => a.at - b.at);

interface ConversationProps extends Pick<ThreadPaneProps, "onDone"> {
  readonly view: ThreadView;
  readonly onTyped: () => void;
}

function Conversation({ view, onTyped, onDone }: ConversationProps) {
  const { thread, post } = view;
  const channel = useChannels().data?.channels.find(({ id }) => id === thread.channelId);
  const lines = inTime(view);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => end.current?.scrollIntoView({ block: "nearest" }), [lines.length]);
  return (
    <>
      <ThreadHead thread={thread} channel={channel} onDone={onDone} />
      <div class="thread-body">
        {post && <ThreadPost post={post} />}
        <ol class="messages">
          {lines.map((line) =>
            "message" in line ? (
              <MessageItem key={line.message.id} message={line.message} thread={thread} channel={channel} />
            ) : "note" in line ? (
              <NoteItem key={line.note.id} note={line.note} threadId={thread.id} />
            ) : (
              <RuledItem key={`${line.at} ${line.group.rule}`} group={line.group} />
            ),
          )}
        </ol>
        <div ref={end} />
      </div>
      <PresentNote present={view.present} />
      <AnswerBox view={view} channel={channel} onTyped={onTyped} />
    </>
  );
}
