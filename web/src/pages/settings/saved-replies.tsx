import { Pencil, Plus, Trash2 } from "lucide-preact";
import { useState } from "preact/hooks";
import type { SavedReply } from "../../api/contract.ts";
import { removeSavedReply, useSavedReplies } from "../../api/inbox.ts";
import { language, t } from "../../language.ts";
import { amend, invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { afterGrace, tellFailure } from "../../toasts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { SavedReplyForm } from "./saved-reply-form.tsx";

/** The replies that the workspace uses again. */
export function SavedReplies() {
  const [editing, setEditing] = useState<SavedReply | "new" | undefined>();
  const replies = useSavedReplies();
  const texts = t().inboxSettings;
  const may = mayI("respond");
  return (
    <Section
      title={texts.replies}
      action={
        may && (
          <span class="push">
            <Button icon={Plus} onClick={() => setEditing("new")}>
              {texts.newReply}
            </Button>
          </span>
        )
      }
    >
      <p class="aside section-lead">{texts.repliesLead}</p>
      <Shown of={replies}>
        {(data) =>
          data.replies.length === 0 ? (
            <Empty text={texts.noReplies} />
          ) : (
            <ul class="list">
              {data.replies.map((reply) => (
                <li key={reply.id} class="list-row saved-row">
                  <div class="saved-what">
                    <p class="clip">{reply.name}</p>
                    <p class="aside small clip">{reply.texts[language.value] || reply.texts.uk || reply.texts.en}</p>
                  </div>
                  {may && (
                    <span class="row push">
                      <IconButton icon={Pencil} label={texts.edit} onClick={() => setEditing(reply)} />
                      <IconButton icon={Trash2} label={texts.remove} onClick={() => remove(reply)} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {editing && (
        <SavedReplyForm reply={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </Section>
  );
}

/** Takes a saved reply away once ten seconds have passed without an undo. */
function remove(reply: SavedReply): void {
  amend<{ replies: SavedReply[] }>("saved-replies", ({ replies }) => ({
    replies: replies.filter(({ id }) => id !== reply.id),
  }));
  const restore = () => invalidate("saved-replies");
  afterGrace(
    t().inboxSettings.removed,
    async (leaving) => {
      const answer = await removeSavedReply(reply.id, leaving);
      if (!answer.ok) tellFailure(answer.error);
      restore();
    },
    restore,
  );
}
