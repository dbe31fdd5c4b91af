import { useState } from "preact/hooks";
import { minorUnitsOf, typedAmount } from "#core/i18n/money.ts";
import type { ApiFailure } from "../../api/client.ts";
import { editLead, type Lead } from "../../api/leads.ts";
import { language, t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";

const listed = (text: string): string[] => text.split(/[,;\n]/).flatMap((one) => one.trim() || []);

/** Changes who a lead is and what it is worth. */
export function ContactDialog({ lead, onClose }: { readonly lead: Lead; readonly onClose: () => void }) {
  const texts = t().leads;
  const currency = lead.value?.currency ?? me.value?.workspace.currency ?? "UAH";
  const [fields, setFields] = useState({
    name: lead.name ?? "",
    emails: lead.emails.join(", "),
    phones: lead.phones.join(", "),
    value: lead.value ? typedAmount(language.value, lead.value) : "",
  });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const amount = fields.value.trim() === "" ? null : (minorUnitsOf(fields.value, currency) ?? undefined);
  const wrong = {
    value: amount === undefined ? texts.notAnAmount : undefined,
    emails: failure?.field === "emails" ? failure.message : undefined,
    phones: failure?.field === "phones" ? `${failure.message} ${failure.cure ?? ""}` : undefined,
  };
  const input = (field: keyof typeof fields) => ({
    ...noted(`contact-${field}`, field === "name" ? undefined : wrong[field]),
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
    if (amount === undefined) return;
    setBusy(true);
    const answer = await editLead(lead.id, {
      version: lead.version,
      name: fields.name,
      emails: listed(fields.emails),
      phones: listed(fields.phones),
      value: amount === null ? null : { minorUnits: amount, currency },
    });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("leads");
    tell(texts.saved);
    onClose();
  };
  return (
    <Dialog title={texts.edit} onClose={onClose}>
      <form class="stack" onSubmit={save} noValidate>
        <Field id="contact-name" label={texts.name}>
          <input {...input("name")} maxLength={200} />
        </Field>
        <Field id="contact-emails" label={texts.email} hint={texts.manyHint} problem={wrong.emails}>
          <input {...input("emails")} />
        </Field>
        <Field id="contact-phones" label={texts.phone} hint={texts.manyHint} problem={wrong.phones}>
          <input {...input("phones")} inputMode="tel" />
        </Field>
        <Field id="contact-value" label={texts.value(currency)} problem={wrong.value}>
          <input {...input("value")} inputMode="decimal" />
        </Field>
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
