import { Workflow } from "lucide-preact";
import { filledIn } from "#core/inbox/saved-reply.ts";
import type { Channel, ThreadView } from "../../api/contract.ts";
import { dropDraft } from "../../api/rules.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";

interface DraftNoteProps {
  readonly view: ThreadView;
  readonly channel: Channel | undefined;
  readonly onUse: (text: string) => void;
}

/** A reply that a rule laid ready: to take over, or to put away. Nothing sends it but a person. */
export function DraftNote({ view: { thread, draft }, channel, onUse }: DraftNoteProps) {
  const texts = t().rules;
  if (!draft) return null;
  const values = { name: thread.author.name?.split(" ")[0], channel: channel?.name, me: me.value?.member.name };
  const text = filledIn(draft.text, values);
  const putAway = async () => {
    const answer = await dropDraft(thread.id);
    if (!answer.ok) tellFailure(answer.error);
    invalidate(`thread:${thread.id}`);
  };
  return (
    <section class="draft-note" aria-label={texts.draftBy(draft.rule)}>
      <p class="small aside row">
        <Workflow size={14} aria-hidden="true" />
        {texts.draftBy(draft.rule)}
      </p>
      <p class="draft-text">{text}</p>
      <div class="row row-wrap">
        <Button
          onClick={() => {
            onUse(text);
            void putAway();
          }}
        >
          {texts.useDraft}
        </Button>
        <Button kind="quiet" onClick={() => void putAway()}>
          {texts.dropDraft}
        </Button>
      </div>
    </section>
  );
}
