import { ArrowLeft, Check, RotateCcw } from "lucide-preact";
import { Link } from "wouter-preact";
import { useChannels } from "../../api/channels.ts";
import type { ThreadView } from "../../api/contract.ts";
import { readThread } from "../../api/inbox.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { Shown, SkeletonRows } from "../../ui/states.tsx";
import { setDone } from "./finishing.ts";
import { IntentPill, SentimentPill, TargetClock } from "./marks.tsx";
import { MessageItem } from "./message-item.tsx";
import { PersonPane } from "./person-pane.tsx";
import { ReplyBox } from "./reply-box.tsx";
import { ThreadPost } from "./thread-post.tsx";

const EVERY_MS = 5_000;

interface ThreadPaneProps {
  readonly id: string;
  readonly backTo: string;
}

/** A conversation with what it is about, and who it is with. */
export function ThreadPane({ id, backTo }: ThreadPaneProps) {
  const thread = useResource(`thread:${id}`, () => readThread(id), EVERY_MS);
  return (
    <>
      <section class="thread" aria-label={t().inbox.title}>
        <Link href={backTo} class="thread-back">
          <ArrowLeft size={16} aria-hidden="true" />
          {t().common.back}
        </Link>
        <Shown of={thread} skeleton={<SkeletonRows rows={4} height={48} />}>
          {(view) => <Conversation view={view} />}
        </Shown>
      </section>
      {thread.data && <PersonPane view={thread.data} />}
    </>
  );
}

function Conversation({ view }: { readonly view: ThreadView }) {
  const { thread, post, messages } = view;
  const channel = useChannels().data?.channels.find(({ id }) => id === thread.channelId);
  const texts = t().inbox;
  const isOpen = thread.state === "open";
  return (
    <>
      <header class="thread-head">
        <div class="thread-title">
          <h2>{thread.author.name ?? texts.nobody}</h2>
          <p class="row row-wrap aside small">
            <span class="row">
              <PlatformMark manifest={channel?.manifest} size={16} />
              {texts.kind[thread.kind]}, {channel?.name}
            </span>
            <SentimentPill sentiment={thread.sentiment} />
            <IntentPill intent={thread.intent} />
            {isOpen && thread.unanswered > 0 && <TargetClock dueAt={thread.dueAt} />}
          </p>
        </div>
        <Button icon={isOpen ? Check : RotateCcw} onClick={() => void setDone(thread, isOpen)}>
          {isOpen ? texts.done : texts.reopen}
        </Button>
      </header>
      <div class="thread-body">
        {post && <ThreadPost post={post} />}
        <ol class="messages">
          {messages.map((message) => (
            <MessageItem key={message.id} message={message} thread={thread} channel={channel} />
          ))}
        </ol>
      </div>
      {channel?.manifest.capabilities.reply && mayI("respond") && (
        <ReplyBox threadId={thread.id} messages={messages} name={thread.author.name} />
      )}
    </>
  );
}
