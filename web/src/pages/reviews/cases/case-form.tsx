import { useState } from "preact/hooks";
import { changeCase, readCauses } from "../../../api/cases.ts";
import type { ApiFailure } from "../../../api/client.ts";
import type { Case } from "../../../api/contract.ts";
import { listMembers } from "../../../api/session.ts";
import { t } from "../../../language.ts";
import { invalidate, useResource } from "../../../resource.ts";
import { tell } from "../../../toasts.ts";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { FailureNote } from "../../../ui/states.tsx";
import { causeName } from "./cause-name.ts";

/** Who sees to a case, why it came to it, what was done and how it ended. */
export function CaseForm({ one }: { readonly one: Case }) {
  const members = useResource("members", listMembers).data?.members ?? [];
  const offered = useResource("case-causes", readCauses).data?.causes ?? [];
  // One that was taken off the list stays with the case that has it.
  const causes = one.cause && !offered.includes(one.cause) ? [...offered, one.cause] : offered;
  const [ownerId, setOwnerId] = useState(one.owner?.id ?? "");
  const [cause, setCause] = useState(one.cause);
  const [done, setDone] = useState(one.done ?? "");
  const [outcome, setOutcome] = useState(one.outcome ?? "");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().cases;
  const save = async (state: Case["state"] | undefined, said: string) => {
    setBusy(true);
    const answer = await changeCase(one.id, {
      version: one.version,
      ownerId: ownerId || null,
      done,
      outcome,
      ...(cause && { cause }),
      ...(state && { state }),
    });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    invalidate("cases:");
    tell(said);
  };
  return (
    <form
      class="section-body stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(undefined, texts.saved);
      }}
    >
      <Field id="case-owner" label={texts.owner}>
        <select id="case-owner" class="input" value={ownerId} onChange={(e) => setOwnerId(e.currentTarget.value)}>
          <option value="">{texts.nobody}</option>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field id="case-cause" label={texts.cause}>
        <select id="case-cause" class="input" value={cause ?? ""} onChange={(e) => setCause(e.currentTarget.value)}>
          <option value="" disabled>
            {texts.noCause}
          </option>
          {causes.map((known) => (
            <option key={known} value={known}>
              {causeName(known)}
            </option>
          ))}
        </select>
      </Field>
      <Words id="case-done" label={texts.done} value={done} onChange={setDone} />
      <Words id="case-outcome" label={texts.outcome} value={outcome} onChange={setOutcome} />
      {failure && <FailureNote failure={failure} />}
      <div class="row row-wrap">
        <Button kind="primary" type="submit" busy={busy}>
          {texts.save}
        </Button>
        {one.state === "closed" ? (
          <Button busy={busy} onClick={() => void save("in-work", texts.saved)}>
            {texts.takeUp}
          </Button>
        ) : (
          <Button busy={busy} onClick={() => void save("closed", texts.closed)}>
            {texts.close}
          </Button>
        )}
      </div>
    </form>
  );
}

interface WordsProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Words({ id, label, value, onChange }: WordsProps) {
  return (
    <Field id={id} label={label}>
      <textarea
        id={id}
        class="input"
        rows={3}
        maxLength={2000}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
