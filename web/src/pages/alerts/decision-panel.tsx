import { useState } from "preact/hooks";
import { decideAlert } from "../../api/alerts.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { Alert, AlertDecision } from "../../api/contract.ts";
import { listMembers } from "../../api/session.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";

const outcomes = ["handled", "no-action", "false-alarm"] as const;

/** Who sees to an alert, what is noted about it, how it ended. */
export function DecisionPanel({ alert }: { readonly alert: Alert }) {
  const members = useResource("members", listMembers).data?.members ?? [];
  const [note, setNote] = useState("");
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>("handled");
  const [problem, setProblem] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().alerts;

  const decide = async (decision: AlertDecision, done: string) => {
    setBusy(true);
    const answer = await decideAlert(alert.id, alert.version, decision);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    if (decision.what !== "assign") setNote("");
    tell(done);
    invalidate("alerts", "today");
  };
  const assign = (ownerId: string) => {
    const owner = members.find(({ id }) => id === ownerId);
    if (owner) void decide({ what: "assign", ownerId }, texts.assigned(owner.name));
  };
  const addNote = () => {
    setProblem(note.trim() === "" ? texts.noteNeeded : undefined);
    if (note.trim() !== "") void decide({ what: "note", note }, texts.noted);
  };

  return (
    <form class="section-body stack" onSubmit={(event) => event.preventDefault()} noValidate>
      <Field id="alert-owner" label={texts.owner}>
        <select
          id="alert-owner"
          class="input alert-owner"
          value={alert.owner?.id ?? ""}
          onChange={(event) => assign(event.currentTarget.value)}
        >
          <option value="" disabled>
            {texts.nobody}
          </option>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field id="alert-note" label={texts.note} hint={texts.noteHint} problem={problem}>
        <textarea
          {...noted("alert-note", problem)}
          class="input"
          rows={3}
          maxLength={1000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
      <fieldset class="row row-wrap alert-outcomes">
        <legend class="field-label">{texts.outcome}</legend>
        {outcomes.map((one) => (
          <label key={one} class="check">
            <input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} />
            {texts.outcomes[one]}
          </label>
        ))}
      </fieldset>
      {failure && <FailureNote failure={failure} />}
      <div class="row row-wrap">
        <Button
          busy={busy}
          onClick={() => void decide({ what: "close", outcome, ...(note.trim() && { note }) }, texts.closed)}
        >
          {texts.close}
        </Button>
        <Button kind="quiet" busy={busy} onClick={addNote}>
          {texts.addNote}
        </Button>
      </div>
    </form>
  );
}
