import { useState } from "preact/hooks";
import { addNote, type Lead } from "../../api/leads.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";

/** Writes a note to a lead; what is typed stays until it is stored. */
export function NoteForm({ lead }: { readonly lead: Lead }) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const texts = t().leads;
  const add = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === "") return;
    setBusy(true);
    const answer = await addNote(lead.id, text.trim());
    setBusy(false);
    if (!answer.ok) return tellFailure(answer.error);
    setText("");
    invalidate(`leads:one:${lead.id}`);
    tell(texts.noted);
  };
  return (
    <form class="section lead-note" onSubmit={add}>
      <Field id="lead-note" label={texts.note}>
        <textarea
          id="lead-note"
          class="input"
          rows={2}
          maxLength={2000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" busy={busy} disabled={text.trim() === ""}>
        {texts.addNote}
      </Button>
    </form>
  );
}
