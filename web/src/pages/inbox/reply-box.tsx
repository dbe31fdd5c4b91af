import { Send } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ApiFailure } from "../../api/client.ts";
import type { InboxMessage } from "../../api/contract.ts";
import { sendReply } from "../../api/inbox.ts";
import { modifierKey } from "../../keys.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { Button } from "../../ui/button.tsx";
import { FailureNote } from "../../ui/states.tsx";

interface ReplyBoxProps {
  readonly threadId: string;
  readonly messages: readonly InboxMessage[];
  readonly name: string | undefined;
}

const keyOf = (threadId: string): string => `dopys.reply.${threadId}`;

/** An answer to the newest message of the other side; what is typed stays on this device until it is sent. */
export function ReplyBox({ threadId, messages, name }: ReplyBoxProps) {
  const [text, setText] = useState(() => localStorage.getItem(keyOf(threadId)) ?? "");
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().inbox;
  const target = messages.findLast(({ own, state }) => !own && state !== "removed");

  const type = (value: string) => {
    setText(value);
    if (value === "") localStorage.removeItem(keyOf(threadId));
    else localStorage.setItem(keyOf(threadId), value);
  };
  const send = async () => {
    if (!target || text.trim() === "" || busy) return;
    setBusy(true);
    const answer = await sendReply(threadId, { messageId: target.id, text: text.trim(), clientKey });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    type("");
    setClientKey(crypto.randomUUID());
    invalidate(`thread:${threadId}`, "inbox:", "today");
  };

  if (!target) return null;
  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {failure && <FailureNote failure={failure} />}
      <textarea
        id="reply"
        class="input reply-input"
        aria-label={name ? texts.replyTo(name) : texts.reply}
        placeholder={texts.replyHint}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void send();
        }}
      />
      <div class="row">
        <span class="small aside reply-hint">{texts.sendHint(modifierKey)}</span>
        <span class="push">
          <Button kind="primary" type="submit" icon={Send} busy={busy} disabled={text.trim() === ""}>
            {texts.send}
          </Button>
        </span>
      </div>
    </form>
  );
}
