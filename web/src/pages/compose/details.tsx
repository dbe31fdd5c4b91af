import { t } from "../../language.ts";
import { Field } from "../../ui/field.tsx";
import type { Draft } from "./draft.ts";

interface DetailsProps {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
}

/** What stays inside: the topic and notes for colleagues. */
export function Details({ draft, change }: DetailsProps) {
  const texts = t().compose;
  return (
    <details class="compose-details" open={Boolean(draft.topic || draft.notes)}>
      <summary>{texts.details}</summary>
      <div class="stack">
        <Field id="topic" label={texts.topic}>
          <input
            id="topic"
            class="input"
            maxLength={100}
            value={draft.topic ?? ""}
            onInput={(event) => {
              const topic = event.currentTarget.value;
              change((old) => ({ ...old, topic }));
            }}
          />
        </Field>
        <Field id="notes" label={texts.notes} hint={texts.notesHint}>
          <textarea
            id="notes"
            class="input"
            rows={3}
            maxLength={5000}
            value={draft.notes ?? ""}
            onInput={(event) => {
              const notes = event.currentTarget.value;
              change((old) => ({ ...old, notes }));
            }}
          />
        </Field>
      </div>
    </details>
  );
}
