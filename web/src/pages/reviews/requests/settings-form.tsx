import { useState } from "preact/hooks";
import { useChannels } from "../../../api/channels.ts";
import type { ApiFailure } from "../../../api/client.ts";
import type { RequestSettings } from "../../../api/contract.ts";
import { changeRequestSettings } from "../../../api/review-requests.ts";
import { t } from "../../../language.ts";
import { invalidate } from "../../../resource.ts";
import { mayI } from "../../../session-state.ts";
import { tell } from "../../../toasts.ts";
import { Button } from "../../../ui/button.tsx";
import { Field, noted } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { FailureNote } from "../../../ui/states.tsx";
import { PlacesFields } from "./places-fields.tsx";

const isWhole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

/** Whether everybody is asked by itself, where a review can be left, when, and in which words. */
export function SettingsForm({ stored }: { readonly stored: RequestSettings }) {
  const texts = t().reviewRequests;
  const [draft, setDraft] = useState(stored);
  const [days, setDays] = useState({ delayDays: String(stored.delayDays), periodDays: String(stored.periodDays) });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const channels = useChannels().data?.channels ?? [];
  const [delayDays, periodDays] = [Number(days.delayDays), Number(days.periodDays)];
  const wrong = {
    delayDays: isWhole(delayDays, 0, 60) ? undefined : texts.delayWrong,
    periodDays: isWhole(periodDays, 30, 730) ? undefined : texts.periodWrong,
  };
  const change = (part: Partial<RequestSettings>) => {
    setDraft({ ...draft, ...part });
    setFailure(undefined);
  };
  const problemOf = (field: string) =>
    failure?.field === field ? `${failure.message} ${failure.cure ?? ""}` : undefined;
  const isBeside = /^texts\.|^places/.test(failure?.field ?? "");
  const save = async (event: Event) => {
    event.preventDefault();
    if (wrong.delayDays || wrong.periodDays) return;
    setBusy(true);
    const answer = await changeRequestSettings({ ...draft, delayDays, periodDays });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    invalidate("review-requests");
    tell(texts.saved);
  };
  const number = (field: "delayDays" | "periodDays", label: string) => (
    <Field id={field} label={label} problem={wrong[field]}>
      <input
        {...noted(field, wrong[field])}
        class="input"
        inputMode="numeric"
        value={days[field]}
        onInput={(event) => setDays({ ...days, [field]: event.currentTarget.value.trim() })}
      />
    </Field>
  );
  return (
    <form class="stack" onSubmit={save} noValidate>
      <label class="check">
        <input type="checkbox" checked={draft.on} onChange={(event) => change({ on: event.currentTarget.checked })} />
        {texts.on}
      </label>
      <PlacesFields
        channels={channels.filter(({ manifest }) => manifest.capabilities.reviews)}
        places={draft.places}
        problemOf={problemOf}
        onChange={(places) => change({ places })}
      />
      <div class="field-pair">
        {number("delayDays", texts.delay)}
        <Field id="sendAt" label={texts.sendAt}>
          <input
            id="sendAt"
            class="input"
            type="time"
            required
            value={draft.sendAt}
            onInput={(event) => event.currentTarget.value && change({ sendAt: event.currentTarget.value.slice(0, 5) })}
          />
        </Field>
      </div>
      {number("periodDays", texts.period)}
      {(["uk", "en"] as const).map((language) => (
        <TextFields
          key={language}
          language={language}
          text={draft.texts[language]}
          problemOf={problemOf}
          onChange={(text) => change({ texts: { ...draft.texts, [language]: text } })}
        />
      ))}
      {failure && !isBeside && <FailureNote failure={failure} />}
      {mayI("manage-review-requests") && (
        <div>
          <Button kind="primary" type="submit" busy={busy}>
            {texts.save}
          </Button>
        </div>
      )}
    </form>
  );
}

type Text = RequestSettings["texts"]["uk"];

interface TextFieldsProps {
  readonly language: "uk" | "en";
  readonly text: Text;
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (text: Text) => void;
}

function TextFields({ language, text, problemOf, onChange }: TextFieldsProps) {
  const texts = t().reviewRequests;
  const [subject, body] = [`${language}-subject`, `${language}-body`];
  const problem = { subject: problemOf(`texts.${language}.subject`), body: problemOf(`texts.${language}.body`) };
  return (
    <Section title={texts.textOf[language]}>
      <div class="section-body stack">
        <Field id={subject} label={texts.subject} problem={problem.subject}>
          <input
            {...noted(subject, problem.subject)}
            class="input"
            lang={language}
            maxLength={150}
            value={text.subject}
            onInput={(event) => onChange({ ...text, subject: event.currentTarget.value })}
          />
        </Field>
        <Field id={body} label={texts.body} hint={texts.bodyHint} problem={problem.body}>
          <textarea
            {...noted(body, problem.body)}
            class="input"
            lang={language}
            rows={7}
            maxLength={1500}
            value={text.body}
            onInput={(event) => onChange({ ...text, body: event.currentTarget.value })}
          />
        </Field>
      </div>
    </Section>
  );
}
