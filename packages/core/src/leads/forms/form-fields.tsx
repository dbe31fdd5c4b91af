import type { ComponentChildren } from "preact";
import { leadFormTexts } from "../../i18n/lead-form.ts";
import { consentOf, contactFields, type LeadForm, questionField } from "./model.ts";
import type { FormState } from "./page.tsx";

interface Props {
  readonly form: LeadForm;
  readonly state: FormState;
}

/** How browsers fill a field in, and which keys a telephone shows. */
const looks = {
  name: { type: "text", autocomplete: "name" },
  email: { type: "email", autocomplete: "email" },
  phone: { type: "tel", autocomplete: "tel" },
} as const;

/** The fields of a form with what was typed and what is wrong, and everything that goes along unseen. */
export function FormFields({ form, state }: Props) {
  const texts = leadFormTexts(form.language);
  const consent = consentOf(form);
  return (
    <form method="post" action={`/f/${form.code}`} noValidate>
      {contactFields.map((field) => {
        const asked = form.fields[field];
        if (asked === "off") return null;
        const label = texts.fields[field] ?? field;
        const props = { form, state, field, label, required: asked === "required" };
        return field === "message" ? (
          <TextArea key={field} {...props} />
        ) : (
          <Line key={field} {...props} {...looks[field]} />
        );
      })}
      {form.questions.map(({ label, required, options }, index) => {
        const props = { form, state, field: questionField(index), label, required };
        return options ? (
          <Choice key={props.field} {...props} options={options} />
        ) : (
          <Line key={props.field} {...props} type="text" autocomplete="off" />
        );
      })}
      <div class="extra" aria-hidden="true">
        <label for="extra">{texts.emptyLabel}</label>
        <input id="extra" name="extra" tabIndex={-1} autocomplete="off" />
      </div>
      <div class="field consent">
        <label for="consent">
          <input
            type="checkbox"
            value="yes"
            checked={state.typed.consent === "yes"}
            {...marks("consent", state, true)}
          />
          <span>{consent.text}</span>
        </label>
        {form.privacyUrl && (
          <a href={form.privacyUrl} rel="noopener noreferrer" target="_blank">
            {texts.privacy}
          </a>
        )}
        <Wrong form={form} state={state} field="consent" />
      </div>
      {Object.entries({ ...state.carried, consentVersion: String(consent.version) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{texts.send}</button>
    </form>
  );
}

interface FieldProps extends Props {
  readonly field: string;
  readonly label: string;
  readonly required: boolean;
}

function Field({
  form,
  state,
  field,
  label,
  required,
  children,
}: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={field}>
        {label}
        {!required && <span class="optional"> ({leadFormTexts(form.language).optional})</span>}
      </label>
      {children}
      <Wrong form={form} state={state} field={field} />
    </div>
  );
}

function Line({ type, autocomplete, ...props }: FieldProps & { readonly type: string; readonly autocomplete: string }) {
  const { state, field, required } = props;
  return (
    <Field {...props}>
      <input
        type={type}
        autocomplete={autocomplete}
        value={state.typed[field] ?? ""}
        {...marks(field, state, required)}
      />
    </Field>
  );
}

function TextArea(props: FieldProps) {
  const { state, field, required } = props;
  return (
    <Field {...props}>
      <textarea rows={4} {...marks(field, state, required)}>
        {state.typed[field] ?? ""}
      </textarea>
    </Field>
  );
}

function Choice({ options, ...props }: FieldProps & { readonly options: readonly string[] }) {
  const { form, state, field, required } = props;
  return (
    <Field {...props}>
      <select {...marks(field, state, required)}>
        <option value="">{leadFormTexts(form.language).choose}</option>
        {options.map((option) => (
          <option key={option} value={option} selected={option === state.typed[field]}>
            {option}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A field's name, and what a screen reader says of it; the first that is wrong is where the visitor goes on. */
function marks(field: string, { problems }: FormState, required: boolean) {
  const isWrong = problems[field] !== undefined;
  return {
    id: field,
    name: field,
    "aria-required": required,
    ...(isWrong && { "aria-invalid": true, "aria-describedby": `${field}-wrong` }),
    ...(field === Object.keys(problems)[0] && { autofocus: true }),
  };
}

function Wrong({ form, state, field }: Props & { readonly field: string }) {
  const problem = state.problems[field];
  if (!problem) return null;
  const say = leadFormTexts(form.language).problems[problem.code];
  return (
    <p class="wrong" id={`${field}-wrong`}>
      {say("most" in problem ? problem.most : 0)}
    </p>
  );
}
