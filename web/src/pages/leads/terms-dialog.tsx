import { useState } from "preact/hooks";
import type { ApiFailure } from "../../api/client.ts";
import { changeTerms, type LeadTerms, readTerms } from "../../api/leads.ts";
import { language, t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote, Shown } from "../../ui/states.tsx";

/** How soon leads are answered, and how their telephone numbers are read. */
export function TermsDialog({ onClose }: { readonly onClose: () => void }) {
  const terms = useResource("lead-terms", readTerms);
  return (
    <Dialog title={t().leads.termsTitle} onClose={onClose}>
      <Shown of={terms}>{(stored) => <TermsForm key={stored.version} stored={stored} onClose={onClose} />}</Shown>
    </Dialog>
  );
}

const LEAST = 15;
const MOST = 20_160;

function TermsForm({ stored, onClose }: { readonly stored: LeadTerms; readonly onClose: () => void }) {
  const texts = t().leads;
  const [hours, setHours] = useState(
    String(stored.settings.responseMinutes / 60).replace(".", language.value === "uk" ? "," : "."),
  );
  const [country, setCountry] = useState<string>(stored.settings.country ?? "");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const minutes = Math.round(Number(hours.trim().replace(",", ".")) * 60);
  const wrong = {
    hours: minutes >= LEAST && minutes <= MOST ? undefined : texts.termsWrong,
    country: /^([A-Za-z]{2})?$/.test(country.trim()) ? undefined : texts.countryWrong,
  };
  const save = async (event: Event) => {
    event.preventDefault();
    if (wrong.hours || wrong.country) return;
    const letters = country.trim().toUpperCase();
    const settings = { responseMinutes: minutes, ...(letters && { country: letters }) };
    setBusy(true);
    const answer = await changeTerms({ settings: settings as LeadTerms["settings"], version: stored.version });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("lead-terms");
    tell(texts.termsSaved);
    onClose();
  };
  return (
    <form class="stack" onSubmit={save} noValidate>
      <Field id="terms-hours" label={texts.termsHours} hint={texts.termsHint} problem={wrong.hours}>
        <input
          {...noted("terms-hours", wrong.hours)}
          class="input"
          inputMode="decimal"
          value={hours}
          onInput={(event) => setHours(event.currentTarget.value)}
        />
      </Field>
      <Field id="terms-country" label={texts.country} hint={texts.countryHint} problem={wrong.country}>
        <input
          {...noted("terms-country", wrong.country)}
          class="input"
          maxLength={2}
          value={country}
          onInput={(event) => setCountry(event.currentTarget.value)}
        />
      </Field>
      {failure && <FailureNote failure={failure} />}
      <div class="dialog-foot">
        <Button kind="primary" type="submit" busy={busy}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
