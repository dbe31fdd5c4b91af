import { StickyNote, Trash2 } from "lucide-preact";
import type { ThreadNote, ThreadView } from "../../api/contract.ts";
import { removeNote } from "../../api/inbox.ts";
import { t } from "../../language.ts";
import { amend, invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { afterGrace, tellFailure } from "../../toasts.ts";
import { IconButton } from "../../ui/button.tsx";
import { whenOf } from "../../wording.ts";

/** A note of ours among the messages; only the workspace sees it. */
export function NoteItem({ note, threadId }: { readonly note: ThreadNote; readonly threadId: string }) {
  const texts = t().inboxTeam;
  return (
    <li class="message thread-note">
      <p class="small aside message-head">
        <StickyNote size={14} aria-hidden="true" />
        <span>{texts.note}</span>
        <strong>{note.name ?? texts.somebody}</strong>
        <time>{whenOf(note.at, me.value?.workspace.timeZone ?? "UTC")}</time>
      </p>
      <div class="message-bubble">
        <p>{note.text}</p>
      </div>
      {note.by === me.value?.member.id && (
        <div class="message-acts">
          <IconButton icon={Trash2} label={texts.removeNote} onClick={() => remove(threadId, note)} />
        </div>
      )}
    </li>
  );
}

const show = (threadId: string, change: (notes: ThreadNote[]) => ThreadNote[]) =>
  amend<ThreadView>(`thread:${threadId}`, (view) => ({ ...view, notes: change(view.notes) }));

/** Takes a note away once ten seconds have passed without an undo. */
function remove(threadId: string, note: ThreadNote): void {
  show(threadId, (notes) => notes.filter(({ id }) => id !== note.id));
  const restore = () => invalidate(`thread:${threadId}`);
  afterGrace(
    t().inboxTeam.noteRemoved,
    async (leaving) => {
      const answer = await removeNote(threadId, note.id, leaving);
      if (!answer.ok) tellFailure(answer.error);
      restore();
    },
    restore,
  );
}
