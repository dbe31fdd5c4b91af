import { useState } from "preact/hooks";
import type { ApiFailure } from "../../api/client.ts";
import type { ReviewDetail } from "../../api/contract.ts";
import { readAnswerRule, submitAnswer } from "../../api/reviews.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Section } from "../../ui/page.tsx";
import { FailureNote, Shown } from "../../ui/states.tsx";
import { QualityHints } from "./quality-hints.tsx";

/** How an author answers a review: as the workspace's rule says, at once or with approval, or not at all. */
export function AuthorAnswer({ review }: { readonly review: ReviewDetail }) {
  const rule = useResource("reviews:answer-rule", readAnswerRule);
  const texts = t().reviews.approval;
  return (
    <Section title={texts.write}>
      <div class="section-body stack">
        <Shown of={rule}>
          {({ authors }) =>
            authors === "none" ? (
              <p class="aside">{texts.onlyManagers}</p>
            ) : (
              <Form review={review} waits={authors === "all-wait" || review.isNegative} />
            )
          }
        </Shown>
      </div>
    </Section>
  );
}

function Form({ review, waits }: { readonly review: ReviewDetail; readonly waits: boolean }) {
  const texts = t().reviews.approval;
  const { state, text: proposed } = review.proposed ?? {};
  const last = state === "sent" || state === "overtaken" ? undefined : proposed;
  const [text, setText] = useState(last ?? "");
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const send = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === "") return;
    setBusy(true);
    const answer = await submitAnswer(review.id, { text, clientKey });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    setClientKey(crypto.randomUUID());
    if (!waits) setText("");
    invalidate("reviews:", "thread:");
    tell(waits ? texts.proposed : texts.sent);
  };
  return (
    <form class="stack" onSubmit={send} noValidate>
      <Field id="author-answer" label={texts.write} {...(waits && { hint: texts.writeHint })}>
        <textarea
          id="author-answer"
          class="input"
          rows={5}
          maxLength={8000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      {text.trim() !== "" && <QualityHints review={review} answer={text} />}
      {failure && <FailureNote failure={failure} />}
      <div>
        <Button kind="primary" type="submit" busy={busy} disabled={text.trim() === ""}>
          {waits ? texts.propose : texts.send}
        </Button>
      </div>
    </form>
  );
}
