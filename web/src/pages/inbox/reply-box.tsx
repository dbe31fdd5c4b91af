import { BookMarked, Send } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { placeholderIn } from "#core/inbox/saved-reply.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { Channel, ThreadView } from "../../api/contract.ts";
import { sendReply } from "../../api/inbox.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { Button } from "../../ui/button.tsx";
import { FieldProblem } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { AnsweredNote } from "./answered-note.tsx";
import { DraftNote } from "./draft-note.tsx";
import { PrivateNote } from "./private-note.tsx";
import { SavedReplyDialog } from "./saved-reply-dialog.tsx";
import { WindowNote } from "./window-note.tsx";

interface ReplyBoxProps {
  readonly view: ThreadView;
  readonly channel: Channel | undefined;
  readonly onTyped?: () => void;
  /** To the author of the newest comment alone. */
  readonly privately?: boolean;
  /** What stands below the text, by what is written. */
  readonly beside?: (text: string) => ComponentChildren;
}

const keyOf = (threadId: string, privately: boolean): string =>
  `dopys.reply.${threadId}${privately ? ".privately" : ""}`;

/** An answer to the newest message of the other side; what is typed stays on this device until it is sent. */
export function ReplyBox({ view, channel, onTyped, privately = false, beside }: ReplyBoxProps) {
  const { thread, messages, window } = view;
  const [text, setText] = useState(() => localStorage.getItem(keyOf(thread.id, privately)) ?? "");
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [left, setLeft] = useState<string | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const area = useRef<HTMLTextAreaElement>(null);
  const texts = t().inbox;
  const theirs = messages.filter(({ own, state }) => !own && state !== "removed");
  const until = privately ? theirs.findLast(({ privateUntil }) => privateUntil !== undefined)?.privateUntil : undefined;
  const target = theirs.findLast(({ privateUntil }) => privateUntil === until || !privately);
  const answers = messages.filter(({ answerKey }) => answerKey !== undefined);
  const newest = answers.at(-1)?.answerKey ?? null;
  /** The newest answer when this one was begun. */
  const [before, setBefore] = useState(newest);

  const type = (value: string) => {
    if (text === "") setBefore(newest);
    setText(value);
    setLeft(undefined);
    if (value === "") localStorage.removeItem(keyOf(thread.id, privately));
    else localStorage.setItem(keyOf(thread.id, privately), value);
  };
  /** Puts the cursor on what is still to be filled in; whether there is anything. */
  const showGap = (value: string): boolean => {
    const gap = placeholderIn(value);
    requestAnimationFrame(() => {
      const start = gap ? value.indexOf(gap) : value.length;
      area.current?.focus();
      area.current?.setSelectionRange(start, start + (gap?.length ?? 0));
    });
    return gap !== undefined;
  };
  const send = async () => {
    if (!target || text.trim() === "" || busy) return;
    setLeft(placeholderIn(text));
    if (placeholderIn(text)) return void showGap(text);
    setBusy(true);
    const answer = await sendReply(thread.id, {
      messageId: target.id,
      text: text.trim(),
      clientKey,
      seenAnswer: newest,
      ...(privately && { privately }),
    });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    invalidate(`thread:${thread.id}`);
    if (!answer.ok) return;
    type("");
    setClientKey(crypto.randomUUID());
    invalidate("inbox:", "reviews:", "today");
  };
  const insert = (saved: string) => {
    setChoosing(false);
    const value = text.trim() === "" ? saved : `${text.trimEnd()}\n${saved}`;
    type(value);
    onTyped?.();
    showGap(value);
  };

  if (!target) return null;
  const isClosed = privately
    ? until === undefined || until < now.value
    : window !== undefined && window.humanUntil < now.value;
  const name = thread.author.name;
  return (
    <>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {text !== "" && <AnsweredNote answers={answers} before={before} />}
        {failure && <FailureNote failure={failure} />}
        <DraftNote view={view} channel={channel} onUse={insert} />
        {privately ? (
          <PrivateNote until={until} hours={channel?.manifest.privateReply?.hours ?? 0} />
        ) : (
          window && <WindowNote window={window} />
        )}
        <textarea
          ref={area}
          id="reply"
          class="input reply-input"
          aria-label={name ? texts.replyTo(name) : texts.reply}
          placeholder={privately ? t().inboxTeam.privateHint : texts.replyHint}
          disabled={isClosed}
          value={text}
          aria-invalid={left ? "true" : undefined}
          onInput={(event) => {
            type(event.currentTarget.value);
            onTyped?.();
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void send();
          }}
        />
        {beside?.(text)}
        {left && <FieldProblem text={t().inboxTeam.placeholderLeft(left)} />}
        <div class="row row-wrap">
          <Button kind="quiet" icon={BookMarked} disabled={isClosed} onClick={() => setChoosing(true)}>
            {t().inboxTeam.saved}
          </Button>
          <span class="push">
            <Button kind="primary" type="submit" icon={Send} busy={busy} disabled={isClosed || text.trim() === ""}>
              {privately ? t().inboxTeam.sendPrivately : texts.send}
            </Button>
          </span>
        </div>
      </form>
      {choosing && (
        <SavedReplyDialog thread={thread} channel={channel} onChoose={insert} onClose={() => setChoosing(false)} />
      )}
    </>
  );
}
