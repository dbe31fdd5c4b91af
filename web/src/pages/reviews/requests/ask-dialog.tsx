import { useState } from "preact/hooks";
import type { ApiFailure } from "../../../api/client.ts";
import { askPerson } from "../../../api/review-requests.ts";
import { language, t } from "../../../language.ts";
import { invalidate } from "../../../resource.ts";
import { tell } from "../../../toasts.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field, noted } from "../../../ui/field.tsx";
import { FailureNote } from "../../../ui/states.tsx";

/** Asks one customer now. */
export function AskDialog({ onClose }: { readonly onClose: () => void }) {
  const texts = t().reviewRequests;
  const [clientKey] = useState(() => crypto.randomUUID());
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [spoken, setSpoken] = useState(language.value);
  const [isShort, setShort] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const missing = isShort && email.trim() === "" ? texts.emailMissing : undefined;
  const refused = failure?.field === "email" ? `${failure.message} ${failure.cure ?? ""}` : undefined;
  const send = async (event: Event) => {
    event.preventDefault();
    setShort(true);
    if (email.trim() === "") return;
    setBusy(true);
    const called = name.trim();
    const answer = await askPerson({ clientKey, email, language: spoken, ...(called && { name: called }) });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("review-requests");
    tell(texts.sent);
    onClose();
  };
  return (
    <Dialog title={texts.askTitle} onClose={onClose}>
      <form class="stack" onSubmit={send} noValidate>
        <p class="aside">{texts.askLead}</p>
        <Field id="ask-email" label={texts.email} problem={missing ?? refused}>
          <input
            {...noted("ask-email", missing ?? refused)}
            class="input"
            type="email"
            maxLength={254}
            value={email}
            onInput={(event) => {
              setEmail(event.currentTarget.value);
              setFailure(undefined);
            }}
          />
        </Field>
        <Field id="ask-name" label={texts.name} hint={texts.nameHint}>
          <input
            {...noted("ask-name", undefined)}
            class="input"
            maxLength={100}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <Field id="ask-language" label={texts.language}>
          <select
            id="ask-language"
            class="input"
            value={spoken}
            onChange={(event) => setSpoken(event.currentTarget.value === "uk" ? "uk" : "en")}
          >
            <option value="uk">{texts.languages.uk}</option>
            <option value="en">{texts.languages.en}</option>
          </select>
        </Field>
        {failure && !refused && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" type="submit" busy={busy}>
            {texts.send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
