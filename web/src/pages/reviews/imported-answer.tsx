import { useState } from "preact/hooks";
import { dayOf } from "#core/kernel/time.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { Review } from "../../api/contract.ts";
import { recordAnswer } from "../../api/reviews.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Section } from "../../ui/page.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { dayName } from "../../wording.ts";
import { QualityHints } from "./quality-hints.tsx";

/** What was answered by hand where an imported review stands, and the way to write it down. */
export function ImportedAnswer({ review }: { readonly review: Review }) {
  const texts = t().reviews;
  const { answeredAt, imported } = review;
  const [text, setText] = useState(imported?.answer?.text ?? "");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const save = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === "") return;
    setBusy(true);
    const answer = await recordAnswer(review.id, text);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    invalidate("reviews:");
    tell(texts.importedSaved);
  };
  return (
    <Section title={texts.importedTitle}>
      <div class="section-body stack">
        <p class="note">{texts.importedHint(imported?.place ?? "")}</p>
        {answeredAt !== undefined && (
          <p class="aside small">
            {texts.answeredWhen(dayName(dayOf(answeredAt, me.value?.workspace.timeZone ?? "UTC")))}
          </p>
        )}
        {answeredAt !== undefined && !imported?.answer && <p class="aside">{texts.importedUnknown}</p>}
        {mayI("respond") ? (
          <form class="stack" onSubmit={save} noValidate>
            <Field id="recorded-answer" label={texts.importedWords}>
              <textarea
                id="recorded-answer"
                class="input"
                rows={4}
                maxLength={8000}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            </Field>
            {text.trim() !== "" && <QualityHints review={review} answer={text} />}
            {failure && <FailureNote failure={failure} />}
            <div>
              <Button kind="primary" type="submit" busy={busy} disabled={text.trim() === ""}>
                {texts.importedSave}
              </Button>
            </div>
          </form>
        ) : (
          imported?.answer && <p class="review-words">{imported.answer.text}</p>
        )}
      </div>
    </Section>
  );
}
