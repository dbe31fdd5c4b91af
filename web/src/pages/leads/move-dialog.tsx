import { useState } from "preact/hooks";
import { minorUnitsOf, typedAmount } from "#core/i18n/money.ts";
import type { ApiFailure } from "../../api/client.ts";
import { type Lead, moveLead } from "../../api/leads.ts";
import { language, t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";

interface MoveProps {
  readonly lead: Lead;
  readonly stage: "won" | "lost";
  readonly onClose: () => void;
}

/** The end of a lead: what it was worth, or why it was lost. */
export function MoveDialog({ lead, stage, onClose }: MoveProps) {
  const texts = t().leads;
  const currency = lead.value?.currency ?? me.value?.workspace.currency ?? "UAH";
  const [text, setText] = useState(stage === "won" && lead.value ? typedAmount(language.value, lead.value) : "");
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const amount = text.trim() === "" ? undefined : minorUnitsOf(text, currency);
  const isEmpty = text.trim() === "";
  const problem =
    stage === "won" ? (amount === null ? texts.notAnAmount : undefined) : isEmpty ? texts.lostNeeded : undefined;
  const save = async (event: Event) => {
    event.preventDefault();
    setShown(true);
    if (problem) return;
    const outcome =
      stage === "lost"
        ? { lostReason: text.trim() }
        : typeof amount === "number"
          ? { value: { minorUnits: amount, currency } }
          : {};
    setBusy(true);
    const answer = await moveLead(lead.id, { stage, version: lead.version, ...outcome });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("leads", "today");
    tell(texts.moved(texts.atStage[stage] ?? stage));
    onClose();
  };
  const props = {
    ...noted("move-outcome", shown ? problem : undefined),
    class: "input",
    value: text,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => setText(event.currentTarget.value),
  };
  return (
    <Dialog title={stage === "won" ? texts.wonTitle : texts.lostTitle} onClose={onClose}>
      <form class="stack" onSubmit={save} noValidate>
        <Field
          id="move-outcome"
          label={stage === "won" ? texts.value(currency) : texts.lostReason}
          problem={shown ? problem : undefined}
        >
          {stage === "won" ? (
            <input {...props} inputMode="decimal" />
          ) : (
            <textarea {...props} rows={3} maxLength={500} />
          )}
        </Field>
        {failure && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" type="submit" busy={busy}>
            {texts.move[stage]}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
