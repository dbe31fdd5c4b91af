import { FlaskConical } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ApiFailure } from "../../api/client.ts";
import { type Rule, type RuleDraft, type Trial, tryRule } from "../../api/rules.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { Section } from "../../ui/page.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import { DeedFields } from "./deed-fields.tsx";
import { TrialResult } from "./trial-result.tsx";

interface RuleFormProps {
  /** Absent for a new one. */
  readonly rule: Rule | undefined;
  readonly onSave: (draft: RuleDraft) => Promise<ApiFailure | undefined>;
  readonly onClose: () => void;
}

const mostWords = 20;
const mostLabels = 5;

const empty: RuleDraft = { name: "", enabled: true, continues: false, when: {}, deeds: {} };

/** Builds a rule in plain words, and shows what it would have done lately. */
export function RuleForm({ rule, onSave, onClose }: RuleFormProps) {
  const [draft, setDraft] = useState<RuleDraft>(() => (rule ? draftOf(rule) : empty));
  const [trial, setTrial] = useState<Trial | undefined>();
  const [busy, setBusy] = useState<"save" | "try" | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [isAsked, setAsked] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => name.current?.focus(), []);
  const texts = t().rules;
  const tooMany = (words: readonly string[] | undefined, most: number) =>
    words && words.length > most ? texts.tooMany(most, words.length) : undefined;
  const wrong = {
    name: isAsked && draft.name.trim() === "" ? texts.nameNeeded : undefined,
    words: tooMany(draft.when.words, mostWords),
    labels: tooMany(draft.deeds.labels, mostLabels),
  };
  const isRefused = wrong.words !== undefined || wrong.labels !== undefined;
  const change = (part: Partial<RuleDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setTrial(undefined);
  };
  const save = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (draft.name.trim() === "") return name.current?.focus();
    if (isRefused || busy) return;
    setBusy("save");
    setFailure(await onSave(draft));
    setBusy(undefined);
  };
  const attempt = async () => {
    if (isRefused || busy) return;
    setBusy("try");
    const answer = await tryRule({ ...draft, name: draft.name.trim() || "?" }, rule?.id);
    setBusy(undefined);
    setFailure(answer.ok ? undefined : answer.error);
    setTrial(answer.ok ? answer.value : undefined);
  };
  return (
    <form class="stack rule-form" aria-label={rule ? texts.editTitle : texts.add} onSubmit={save} noValidate>
      <Field id="rule-name" label={texts.name} problem={wrong.name}>
        <input
          {...noted("rule-name", wrong.name)}
          ref={name}
          class="input"
          required
          maxLength={80}
          value={draft.name}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </Field>
      <Section title={texts.when}>
        <p class="aside section-lead">{texts.whenHint}</p>
        <ConditionFields when={draft.when} problem={wrong.words} onChange={(when) => change({ when })} />
      </Section>
      <Section title={texts.does}>
        <DeedFields deeds={draft.deeds} problem={wrong.labels} onChange={(deeds) => change({ deeds })} />
        <label class="check">
          <input
            type="checkbox"
            checked={draft.continues}
            onChange={(event) => change({ continues: event.currentTarget.checked })}
          />
          {texts.continues}
        </label>
      </Section>
      {failure && <FailureNote failure={failure} />}
      <div class="row row-wrap">
        <Button kind="primary" type="submit" busy={busy === "save"}>
          {texts.save}
        </Button>
        <Button icon={FlaskConical} busy={busy === "try"} onClick={() => void attempt()}>
          {texts.tryIt}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
      {trial && <TrialResult trial={trial} />}
    </form>
  );
}

const draftOf = ({ name, enabled, continues, when, deeds }: Rule): RuleDraft => ({
  name,
  enabled,
  continues,
  when,
  deeds,
});
