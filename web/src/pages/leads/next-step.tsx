import { Check, ListTodo, Pencil } from "lucide-preact";
import { useState } from "preact/hooks";
import { addDays, dayOf } from "#core/kernel/time.ts";
import type { ApiFailure } from "../../api/client.ts";
import { type Lead, planStep } from "../../api/leads.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { Section } from "../../ui/page.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { dayName } from "../../wording.ts";

/** What is to be done next with a lead, and by when. */
export function NextStep({ lead, mayChange }: { readonly lead: Lead; readonly mayChange: boolean }) {
  const [planning, setPlanning] = useState(false);
  const texts = t().leads;
  const step = lead.nextStep;
  const isLate = step !== undefined && step.day < dayOf(now.value, me.value?.workspace.timeZone ?? "UTC");
  const done = async () => {
    const answer = await planStep(lead.id, { version: lead.version, nextStep: null, done: true });
    invalidate("leads", "today");
    if (!answer.ok) return tellFailure(answer.error);
    tell(texts.stepSaved);
  };
  return (
    <Section title={texts.nextStep}>
      <div class="list-row row-wrap lead-step">
        {step ? (
          <p>
            <strong>{step.text}</strong> · {dayName(step.day)}{" "}
            {isLate && <span class="pill pill-poppy">{texts.overdue}</span>}
          </p>
        ) : (
          <p class="aside">{texts.noStep}</p>
        )}
        {mayChange && (
          <span class="row push">
            {step && (
              <Button icon={Check} onClick={() => void done()}>
                {texts.doneStep}
              </Button>
            )}
            <Button kind={step ? "quiet" : "plain"} icon={step ? Pencil : ListTodo} onClick={() => setPlanning(true)}>
              {step ? texts.changeStep : texts.planStep}
            </Button>
          </span>
        )}
      </div>
      {planning && <StepDialog lead={lead} onClose={() => setPlanning(false)} />}
    </Section>
  );
}

function StepDialog({ lead, onClose }: { readonly lead: Lead; readonly onClose: () => void }) {
  const texts = t().leads;
  const tomorrow = addDays(dayOf(now.value, me.value?.workspace.timeZone ?? "UTC"), 1);
  const [text, setText] = useState(lead.nextStep?.text ?? "");
  const [day, setDay] = useState(lead.nextStep?.day ?? tomorrow);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const problem = shown && (text.trim() === "" || day === "") ? texts.stepNeeded : undefined;
  const save = async (event: Event) => {
    event.preventDefault();
    setShown(true);
    if (text.trim() === "" || day === "") return;
    setBusy(true);
    const answer = await planStep(lead.id, {
      version: lead.version,
      nextStep: { text: text.trim(), day },
      done: false,
    });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("leads", "today");
    tell(texts.stepSaved);
    onClose();
  };
  return (
    <Dialog title={texts.nextStep} onClose={onClose}>
      <form class="stack" onSubmit={save} noValidate>
        <Field id="step-text" label={texts.stepText} problem={problem}>
          <input
            {...noted("step-text", problem)}
            class="input"
            maxLength={300}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </Field>
        <Field id="step-day" label={texts.stepDay}>
          <input
            id="step-day"
            class="input"
            type="date"
            value={day}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        </Field>
        {failure && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" type="submit" busy={busy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
