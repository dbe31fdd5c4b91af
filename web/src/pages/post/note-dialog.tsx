import { useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";

interface NoteDialogProps {
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  /** What the button says. */
  readonly act: string;
  /** Without words the act has no sense. */
  readonly required?: boolean;
  readonly onClose: () => void;
  readonly onSend: (note: string) => void;
}

/** Asks for the words that go with a step of the approval. */
export function NoteDialog({ title, label, hint, act, required = false, onClose, onSend }: NoteDialogProps) {
  const [note, setNote] = useState("");
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          onSend(note);
        }}
      >
        <Field id="note" label={label} {...(hint && { hint })}>
          <textarea
            id="note"
            class="input"
            rows={4}
            required={required}
            maxLength={2000}
            aria-describedby={hint && "note-note"}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
        <div class="dialog-foot">
          <Button kind="primary" type="submit" disabled={required && note.trim() === ""}>
            {act}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
