import { StickyNote } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ApiFailure } from "../../api/client.ts";
import { writeNote } from "../../api/inbox.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { FailureNote } from "../../ui/states.tsx";

const keyOf = (threadId: string): string => `dopys.note.${threadId}`;

/** A note for colleagues; what is typed stays on this device until it is kept. */
export function NoteBox({ threadId }: { readonly threadId: string }) {
  const [text, setText] = useState(() => localStorage.getItem(keyOf(threadId)) ?? "");
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().inboxTeam;
  const type = (value: string) => {
    setText(value);
    if (value === "") localStorage.removeItem(keyOf(threadId));
    else localStorage.setItem(keyOf(threadId), value);
  };
  const keep = async () => {
    if (text.trim() === "" || busy) return;
    setBusy(true);
    const answer = await writeNote(threadId, { text: text.trim(), clientKey });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    type("");
    setClientKey(crypto.randomUUID());
    invalidate(`thread:${threadId}`);
    tell(texts.noteAdded);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      {failure && <FailureNote failure={failure} />}
      <textarea
        id="note"
        class="input reply-input note-input"
        aria-label={texts.note}
        placeholder={texts.notePlaceholder}
        maxLength={4000}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void keep();
        }}
      />
      <div class="row">
        <span class="push">
          <Button kind="primary" type="submit" icon={StickyNote} busy={busy} disabled={text.trim() === ""}>
            {texts.addNote}
          </Button>
        </span>
      </div>
    </form>
  );
}
