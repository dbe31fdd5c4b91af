import { useState } from "preact/hooks";
import type { ApiFailure } from "../../api/client.ts";
import type { ReviewAnswer, ReviewView } from "../../api/contract.ts";
import { answerReview } from "../../api/review-links.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { whenWithZone } from "../../wording.ts";

interface ReviewFormProps {
  readonly view: ReviewView;
  readonly token: string;
  readonly onAnswered: () => void;
}

/** The answer of somebody outside: who they are, yes or what to change. Once given to a version, it is shown instead. */
export function ReviewForm({ view, token, onAnswered }: ReviewFormProps) {
  const [name, setName] = useState(view.label ?? "");
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ name?: string; note?: string }>({});
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().review;
  const { answer } = view;

  if (answer?.isCurrent) {
    return (
      <div class="note note-leaf" role="status">
        <div>
          <p>
            <strong>{texts.answered[answer.verdict]}</strong>{" "}
            <span class="aside">{whenWithZone(answer.at, view.timeZone)}</span>
          </p>
          {answer.note && <blockquote>{answer.note}</blockquote>}
          <p>{texts.afterAnswer}</p>
        </div>
      </div>
    );
  }
  const send = async (verdict: ReviewAnswer["verdict"]) => {
    const wrong = {
      ...(name.trim() === "" && { name: texts.nameMissing }),
      ...(verdict === "request-changes" && note.trim() === "" && { note: texts.noteMissing }),
    };
    setProblem(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    const sent = await answerReview(token, { seen: view.seen, name, verdict, ...(note.trim() && { note }) });
    setBusy(false);
    setFailure(sent.ok ? undefined : sent.error);
    if (sent.ok || sent.error.status === 409) onAnswered();
  };
  return (
    <form class="review-form card stack" onSubmit={(event) => event.preventDefault()} noValidate>
      <h2>{texts.question}</h2>
      {answer && <p class="note note-wheat">{texts.changedSince}</p>}
      <Field id="review-name" label={texts.name} problem={problem.name}>
        <input
          {...noted("review-name", problem.name)}
          class="input"
          autoComplete="name"
          maxLength={80}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Field id="review-note" label={texts.note} hint={texts.noteHint} problem={problem.note}>
        <textarea
          {...noted("review-note", problem.note)}
          class="input"
          rows={4}
          maxLength={2000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
      {failure && <FailureNote failure={failure} />}
      <div class="row row-wrap">
        <Button kind="primary" busy={busy} onClick={() => void send("approve")}>
          {texts.approve}
        </Button>
        <Button busy={busy} onClick={() => void send("request-changes")}>
          {texts.requestChanges}
        </Button>
      </div>
    </form>
  );
}
