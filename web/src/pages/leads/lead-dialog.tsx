import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { minorUnitsOf } from "#core/i18n/money.ts";
import type { ApiFailure } from "../../api/client.ts";
import { addLead } from "../../api/leads.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";

/** Enters a lead by hand. */
export function LeadDialog({ onClose }: { readonly onClose: () => void }) {
  const texts = t().leads;
  const currency = me.value?.workspace.currency ?? "UAH";
  const [clientKey] = useState(() => crypto.randomUUID());
  const [, navigate] = useLocation();
  const [fields, setFields] = useState({ name: "", email: "", phone: "", value: "" });
  const [answered, setAnswered] = useState(false);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const value = fields.value.trim() === "" ? undefined : minorUnitsOf(fields.value, currency);
  const wrong = {
    name: [fields.name, fields.email, fields.phone].every((text) => text.trim() === "") ? texts.oneNeeded : undefined,
    email: failure?.field === "email" ? failure.message : undefined,
    phone: failure?.field === "phone" ? `${failure.message} ${failure.cure ?? ""}` : undefined,
    value: value === null ? texts.notAnAmount : undefined,
  };
  const problemOf = (field: keyof typeof wrong) => (shown ? wrong[field] : undefined);
  const input = (field: keyof typeof fields) => ({
    ...noted(`lead-${field}`, problemOf(field)),
    class: "input",
    value: fields[field],
    onInput: (event: { currentTarget: HTMLInputElement }) => {
      const typed = event.currentTarget.value;
      setFields((old) => ({ ...old, [field]: typed }));
      setFailure(undefined);
    },
  });
  const save = async (event: Event) => {
    event.preventDefault();
    setShown(true);
    if (wrong.name || wrong.value) return;
    setBusy(true);
    const [name, email, phone] = [fields.name, fields.email, fields.phone].map((text) => text.trim() || undefined);
    const worth = typeof value === "number" ? { minorUnits: value, currency } : undefined;
    const answer = await addLead({ clientKey, name, email, phone, answered, ...(worth && { value: worth }) });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("leads", "today");
    tell(texts.saved);
    navigate(`/leads/${answer.value.lead.id}`);
  };
  return (
    <Dialog title={texts.add} onClose={onClose}>
      <form class="stack" onSubmit={save} noValidate>
        <Field id="lead-name" label={texts.name} problem={problemOf("name")}>
          <input {...input("name")} maxLength={200} />
        </Field>
        <div class="field-pair">
          <Field id="lead-email" label={texts.email} problem={problemOf("email")}>
            <input {...input("email")} type="email" maxLength={254} />
          </Field>
          <Field id="lead-phone" label={texts.phone} problem={problemOf("phone")}>
            <input {...input("phone")} type="tel" maxLength={40} />
          </Field>
        </div>
        <Field id="lead-value" label={texts.value(currency)} problem={problemOf("value")}>
          <input {...input("value")} inputMode="decimal" />
        </Field>
        <label class="check">
          <input type="checkbox" checked={answered} onChange={(event) => setAnswered(event.currentTarget.checked)} />
          {texts.answered}
        </label>
        {failure && !failure.field && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" type="submit" busy={busy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
