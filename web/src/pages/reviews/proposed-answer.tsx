import { Check, Undo2 } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Answer, ApiFailure } from "../../api/client.ts";
import type { ProposedAnswer as Proposed } from "../../api/contract.ts";
import { approveAnswer, returnAnswer } from "../../api/reviews.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Section } from "../../ui/page.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { whenOf } from "../../wording.ts";

/** An author's answer and how it stands; who may answer approves it or sends it back. */
export function ProposedAnswer({ proposed }: { readonly proposed: Proposed }) {
  const texts = t().reviews.approval;
  const { state, text, by, at, note, decidedBy } = proposed;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const someone = t().common.someone;
  const pill = state === "sent" ? "pill-leaf" : state === "overtaken" ? "" : "pill-wheat";
  const isOpen = state === "waiting" || state === "approved";
  return (
    <Section title={texts.title}>
      <div class="section-body stack">
        <p class="row row-wrap">
          <span class={`pill ${pill}`}>{texts.state[state]}</span>
          <span class="aside small">{texts.by(by.name ?? someone, whenOf(at, zone))}</span>
        </p>
        <p class="review-words proposed-words">{text}</p>
        {note && (
          <p class="note">
            <span>
              <strong>{texts.note(decidedBy?.name ?? someone)}:</strong> {note}
            </span>
          </p>
        )}
        {isOpen && mayI("respond") && <Decision key={proposed.version} proposed={proposed} />}
      </div>
    </Section>
  );
}

function Decision({ proposed: { reviewId, version, state } }: { readonly proposed: Proposed }) {
  const texts = t().reviews.approval;
  const [isReturning, setReturning] = useState(false);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const decide = async (asked: Promise<Answer<unknown>>, said: string) => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    invalidate("reviews:", "thread:", "today");
    if (answer.ok) tell(said);
  };
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      {isReturning && (
        <Field id="return-note" label={texts.backWhat}>
          <textarea
            id="return-note"
            class="input"
            rows={3}
            maxLength={1000}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
      )}
      <div class="row row-wrap">
        {isReturning ? (
          <Button
            kind="primary"
            busy={busy}
            disabled={note.trim() === ""}
            onClick={() => void decide(returnAnswer(reviewId, { version, note }), texts.backDone)}
          >
            {texts.backSend}
          </Button>
        ) : (
          <>
            <Button
              kind="primary"
              icon={Check}
              busy={busy}
              onClick={() => void decide(approveAnswer(reviewId, version), texts.approved)}
            >
              {texts.approve}
            </Button>
            {state === "waiting" && (
              <Button icon={Undo2} onClick={() => setReturning(true)}>
                {texts.back}
              </Button>
            )}
          </>
        )}
      </div>
    </>
  );
}
