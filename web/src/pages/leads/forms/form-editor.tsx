import { contactFields } from "#core/leads/forms/model.ts";
import type { LeadFormDraft } from "../../../api/leads.ts";
import { t } from "../../../language.ts";
import { Field, FieldProblem, noted } from "../../../ui/field.tsx";
import { Segments } from "../../../ui/segments.tsx";
import type { wrongIn } from "./draft.ts";
import { Questions } from "./questions.tsx";

interface EditorProps {
  readonly draft: LeadFormDraft;
  readonly wrong: Partial<ReturnType<typeof wrongIn>>;
  /** Of the consent that is shown now; absent for a form that is not stored yet. */
  readonly consentVersion: number | undefined;
  readonly onChange: (part: Partial<LeadFormDraft>) => void;
}

type Text = "name" | "title" | "intro" | "consent" | "privacyUrl" | "thanks";

const asked = ["off", "optional", "required"] as const;

/** The fields of a form's editor. */
export function FormEditor({ draft, wrong, consentVersion, onChange }: EditorProps) {
  const texts = t().leads.forms;
  const input = (field: Text, maxLength: number) => ({
    ...noted(`form-${field}`, field === "intro" || field === "thanks" ? undefined : wrong[field]),
    class: "input",
    maxLength,
    value: draft[field] ?? "",
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <>
      <div class="field-pair">
        <Field id="form-name" label={texts.name} problem={wrong.name}>
          <input {...input("name", 100)} placeholder={texts.nameHint} />
        </Field>
        <Field id="form-language" label={texts.language}>
          <select
            id="form-language"
            class="input"
            value={draft.language}
            onChange={(event) => onChange({ language: event.currentTarget.value === "uk" ? "uk" : "en" })}
          >
            <option value="uk">{t().shell.language.uk}</option>
            <option value="en">{t().shell.language.en}</option>
          </select>
        </Field>
      </div>
      <Field id="form-title" label={texts.titleField} problem={wrong.title}>
        <input {...input("title", 120)} />
      </Field>
      <Field id="form-intro" label={texts.intro}>
        <textarea {...input("intro", 1000)} rows={3} />
      </Field>
      <fieldset class="lead-form-asks">
        <legend class="field-label">{texts.asks}</legend>
        {contactFields.map((field) => (
          <div key={field}>
            {texts.fields[field]}
            <Segments
              label={texts.fields[field]}
              options={asked.map((value) => ({ value, text: texts.asked[value] }))}
              value={draft.fields[field]}
              onChange={(value) => onChange({ fields: { ...draft.fields, [field]: value } })}
            />
          </div>
        ))}
        {wrong.fields && <FieldProblem text={wrong.fields} />}
      </fieldset>
      <Questions
        questions={draft.questions}
        problem={wrong.questions ?? wrong.options}
        onChange={(questions) => onChange({ questions })}
      />
      <Field
        id="form-consent"
        label={consentVersion ? `${texts.consent} · ${texts.consentVersion(consentVersion)}` : texts.consent}
        hint={texts.consentHint}
        problem={wrong.consent}
      >
        <textarea {...input("consent", 1000)} rows={3} />
      </Field>
      <Field id="form-privacyUrl" label={texts.privacyUrl} problem={wrong.privacyUrl}>
        <input {...input("privacyUrl", 500)} type="url" placeholder="https://" />
      </Field>
      <Field id="form-thanks" label={texts.thanks}>
        <textarea {...input("thanks", 500)} rows={2} />
      </Field>
      <label class="check">
        <input
          type="checkbox"
          checked={draft.active}
          onChange={(event) => onChange({ active: event.currentTarget.checked })}
        />
        {texts.isActive}
      </label>
    </>
  );
}
