import { useState } from "preact/hooks";
import { filledIn, textFor } from "#core/inbox/saved-reply.ts";
import type { Channel, SavedReply, ThreadSummary } from "../../api/contract.ts";
import { useSavedReplies } from "../../api/inbox.ts";
import { language, t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Empty, Shown } from "../../ui/states.tsx";

interface SavedReplyDialogProps {
  readonly thread: ThreadSummary;
  readonly channel: Channel | undefined;
  readonly onChoose: (text: string) => void;
  readonly onClose: () => void;
}

/** The saved replies, found by any word of them, with what is known filled in. */
export function SavedReplyDialog({ thread, channel, onChoose, onClose }: SavedReplyDialogProps) {
  const [words, setWords] = useState("");
  const replies = useSavedReplies();
  const texts = t().inboxTeam;
  const values = { name: thread.author.name?.split(" ")[0], channel: channel?.name, me: me.value?.member.name };
  const textOf = (reply: SavedReply) => filledIn(textFor(reply, thread.language, language.value), values);
  const fits = (reply: SavedReply) => {
    const all = [reply.name, reply.texts.uk, reply.texts.en].join(" ").toLocaleLowerCase();
    return words
      .toLocaleLowerCase()
      .split(/\s+/)
      .every((word) => all.includes(word));
  };
  const found = (replies.data?.replies ?? []).filter(fits).sort((a, b) => a.name.localeCompare(b.name, language.value));
  const [first] = found;
  return (
    <Dialog title={texts.saved} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (first) onChoose(textOf(first));
        }}
      >
        <input
          type="search"
          class="input"
          aria-label={texts.savedSearch}
          placeholder={texts.savedSearch}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <Shown of={replies}>
          {(data) =>
            data.replies.length === 0 ? (
              <Empty text={texts.savedNone}>
                <LinkButton to="/settings">{texts.toSettings}</LinkButton>
              </Empty>
            ) : found.length === 0 ? (
              <p class="aside">{texts.savedNoMatch}</p>
            ) : (
              <ul class="saved-replies">
                {found.map((reply) => (
                  <li key={reply.id}>
                    <button type="button" class="saved-reply" onClick={() => onChoose(textOf(reply))}>
                      <strong>{reply.name}</strong>
                      <span class="aside small saved-reply-text">{textOf(reply)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </form>
    </Dialog>
  );
}
