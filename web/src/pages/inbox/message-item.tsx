import { CircleAlert, Eye, EyeOff, Heart, Trash2 } from "lucide-preact";
import type { Channel, InboxMessage, ThreadSummary } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { mayI, me } from "../../session-state.ts";
import { IconButton } from "../../ui/button.tsx";
import { whenOf } from "../../wording.ts";
import { ActionNote } from "./action-note.tsx";
import { Classified } from "./classified.tsx";
import { hideOrShow, likeOrNot, removeMessage } from "./deeds.ts";
import { QualityNote } from "./quality-note.tsx";

interface MessageItemProps {
  readonly message: InboxMessage;
  readonly thread: ThreadSummary;
  readonly channel: Channel | undefined;
}

/** One message with what can be done to it on its platform. */
export function MessageItem({ message, thread, channel }: MessageItemProps) {
  const { own, author, text, at, state, edited, reply, quality } = message;
  const texts = t().inbox;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  return (
    <li class={`message ${own ? "message-own" : ""} ${state === "visible" ? "" : "message-gone"}`}>
      <p class="small aside message-head">
        <strong>{own ? (channel?.name ?? texts.us) : (author.name ?? texts.nobody)}</strong>
        {own && author.name && <span>{author.name}</span>}
        <time>{whenOf(at, zone)}</time>
        {edited && <span>{texts.edited}</span>}
        {message.privately && <span class="pill">{t().inboxTeam.privately}</span>}
        {state === "hidden" && <span class="pill">{texts.hidden}</span>}
        {state === "removed" && <span class="pill">{texts.removed}</span>}
      </p>
      <div class="message-bubble">
        <p>{text || "—"}</p>
      </div>
      {reply && reply.state !== "sent" && (
        <p class={`small ${reply.state === "failed" ? "tone-poppy" : "tone-wheat"} message-reply`}>
          {reply.state === "failed" && <CircleAlert size={14} aria-hidden="true" />}
          {texts.replyState[reply.state]}
          {reply.failure && `: ${reply.failure.message} ${reply.failure.cure ?? ""}`}
        </p>
      )}
      {message.actions?.map((action) => (
        <ActionNote key={action.kind} threadId={thread.id} message={message} action={action} />
      ))}
      {quality && <QualityNote quality={quality} />}
      {!own && state !== "removed" && <Classified threadId={thread.id} message={message} />}
      {state !== "removed" && !reply && !message.privately && mayI("respond") && (
        <MessageActs {...{ message, thread, channel }} />
      )}
    </li>
  );
}

function MessageActs({ message, thread, channel }: MessageItemProps) {
  const texts = t().inbox;
  const can = isPublic(thread) ? channel?.manifest.capabilities : undefined;
  const { own, state, liked } = message;
  return (
    <div class="message-acts">
      {!own && can?.like && (
        <IconButton
          icon={Heart}
          pressed={liked === true}
          label={liked ? texts.unlike : texts.like}
          onClick={() => void likeOrNot(thread.id, message)}
        />
      )}
      {!own && can?.hide && (
        <IconButton
          icon={state === "hidden" ? Eye : EyeOff}
          label={state === "hidden" ? texts.unhide : texts.hide}
          onClick={() => void hideOrShow(thread.id, message)}
        />
      )}
      {can?.remove && (
        <IconButton icon={Trash2} label={texts.remove} onClick={() => removeMessage(thread.id, message)} />
      )}
    </div>
  );
}

/** What others see too can be liked, hidden and deleted; private messages and reviews stay as their writer left them. */
const isPublic = ({ kind }: ThreadSummary): boolean => kind === "comment" || kind === "mention";
