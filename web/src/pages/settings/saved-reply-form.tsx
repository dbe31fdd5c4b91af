import { useState } from "preact/hooks";
import { unknownPlaceholder } from "#core/inbox/saved-reply.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { SavedReply } from "../../api/contract.ts";
import { createSavedReply, editSavedReply } from "../../api/inbox.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";

interface SavedReplyFormProps {
  /** Absent for a new one. */
  readonly reply: SavedReply | undefined;
  readonly onClose: () => void;
}

/** A saved reply's name and its text in one language or both. */
export function SavedReplyForm({ reply, onClose }: SavedReplyFormProps) {
  const [name, setName] = useState(reply?.name ?? "");
  const [written, setWritten] = useState(reply?.texts ?? { uk: "", en: "" });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().inboxSettings;
  const problemOf = (text: string) => {
    const unknown = unknownPlaceholder(text);
    return unknown && texts.unknownPlaceholder(unknown);
  };
  const isRight = name.trim() !== "" && !problemOf(written.uk) && !problemOf(written.en);
  const save = async (event: Event) => {
    event.preventDefault();
    if (!isRight) return;
    setBusy(true);
    const draft = { name, texts: written };
    const answer = reply
      ? await editSavedReply(reply.id, { ...draft, version: reply.version })
      : await createSavedReply(draft);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    invalidate("saved-replies");
    onClose();
  };
  return (
    <Dialog title={reply ? texts.editReply : texts.newReply} onClose={onClose}>
      <form class="stack" onSubmit={save}>
        <Field id="saved-name" label={texts.name}>
          <input
            id="saved-name"
            class="input"
            required
            maxLength={80}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        {(["uk", "en"] as const).map((language) => (
          <Field
            key={language}
            id={`saved-${language}`}
            label={language === "uk" ? texts.textUk : texts.textEn}
            problem={problemOf(written[language])}
          >
            <textarea
              {...noted(`saved-${language}`, problemOf(written[language]))}
              class="input"
              rows={4}
              maxLength={4000}
              lang={language}
              value={written[language]}
              onInput={(event) => {
                const { value } = event.currentTarget;
                setWritten((before) => ({ ...before, [language]: value }));
              }}
            />
          </Field>
        ))}
        <p class="field-hint">{texts.oneIsEnough}</p>
        {failure && <FailureNote failure={failure} />}
        <div>
          <Button kind="primary" type="submit" busy={busy} disabled={!isRight}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
