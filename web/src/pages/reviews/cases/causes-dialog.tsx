import { X } from "lucide-preact";
import { useState } from "preact/hooks";
import { changeCauses, readCauses } from "../../../api/cases.ts";
import type { ApiFailure } from "../../../api/client.ts";
import type { CaseCauses } from "../../../api/contract.ts";
import { t } from "../../../language.ts";
import { invalidate, useResource } from "../../../resource.ts";
import { tell } from "../../../toasts.ts";
import { Button, IconButton } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field, noted } from "../../../ui/field.tsx";
import { FailureNote, Shown } from "../../../ui/states.tsx";
import { causeName } from "./cause-name.ts";

/** The causes that members choose from: own ones added, unneeded ones taken off. */
export function CausesDialog({ onClose }: { readonly onClose: () => void }) {
  const stored = useResource("case-causes", readCauses);
  return (
    <Dialog title={t().cases.causesTitle} onClose={onClose}>
      <Shown of={stored}>{(data) => <CausesForm key={data.version} stored={data} onClose={onClose} />}</Shown>
    </Dialog>
  );
}

const longest = 60;

function CausesForm({ stored, onClose }: { readonly stored: CaseCauses; readonly onClose: () => void }) {
  const texts = t().cases;
  const [causes, setCauses] = useState(stored.causes);
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const fresh = typed.trim();
  const isThere = causes.some((cause) => [cause, causeName(cause)].some((name) => isSame(name, fresh)));
  const problem = fresh !== "" && isThere ? texts.causeTwice : undefined;
  const missing = Object.keys(texts.causes).filter((usual) => !causes.includes(usual));
  const add = () => {
    if (fresh === "" || problem) return;
    setCauses([...causes, fresh]);
    setTyped("");
  };
  const save = async () => {
    setBusy(true);
    // What was typed and not yet added is meant too.
    const all = fresh === "" || problem ? causes : [...causes, fresh];
    const answer = await changeCauses({ causes: all, version: stored.version });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("case-causes");
    tell(texts.causesSaved);
    onClose();
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <p class="aside">{texts.causesLead}</p>
      <ul class="cause-list">
        {causes.map((cause) => (
          <li key={cause} class="row">
            <span class="cause-words">{causeName(cause)}</span>
            <span class="push">
              <IconButton
                icon={X}
                label={texts.dropCause(causeName(cause))}
                onClick={() => setCauses(causes.filter((other) => other !== cause))}
              />
            </span>
          </li>
        ))}
      </ul>
      {causes.length === 0 && <p class="note note-wheat">{texts.oneCauseNeeded}</p>}
      <Field id="new-cause" label={texts.newCause} problem={problem}>
        <div class="row">
          <input
            {...noted("new-cause", problem)}
            class="input"
            maxLength={longest}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit">{texts.addCause}</Button>
        </div>
      </Field>
      {failure && <FailureNote failure={failure} />}
      <div class="dialog-foot">
        {missing.length > 0 && (
          <Button kind="quiet" onClick={() => setCauses([...causes, ...missing])}>
            {texts.usualBack}
          </Button>
        )}
        <Button kind="primary" busy={busy} disabled={causes.length === 0 && fresh === ""} onClick={() => void save()}>
          {t().common.save}
        </Button>
      </div>
    </form>
  );
}

const isSame = (a: string, b: string): boolean => a.toLocaleLowerCase("uk") === b.toLocaleLowerCase("uk");
