import { X } from "lucide-preact";
import { useState } from "preact/hooks";
import { alertTexts } from "#core/i18n/alerts.ts";
import { changeAlertSettings } from "../../api/alerts.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { AlertSettings } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { ReaderForm } from "../reports/reader-form.tsx";
import { MinutesInput } from "./minutes-input.tsx";
import "../reports/reports.css";

const severities = ["critical", "high", "medium", "low"] as const;
const holds = ["low", "medium", "high"] as const;

/** Who is told of alerts, how soon somebody must acknowledge them, and when nobody is disturbed. */
export function AlertSettingsForm({ stored }: { readonly stored: AlertSettings }) {
  const [draft, setDraft] = useState(stored);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().alerts.settings;
  const may = mayI("manage-alerts");
  const { answerMinutes, quiet, management, mailOpportunities } = draft;
  const change = (part: Partial<AlertSettings>) => setDraft({ ...draft, ...part });
  const changeQuiet = (part: Partial<AlertSettings["quiet"]>) => change({ quiet: { ...quiet, ...part } });

  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const answer = await changeAlertSettings(draft);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    invalidate("alerts:settings");
    tell(texts.saved);
  };

  return (
    <div class="section-body stack">
      <p class="aside">{texts.lead}</p>
      <form id="alert-settings" onSubmit={save}>
        <fieldset class="stack" disabled={!may} aria-label={texts.title}>
          <fieldset class="stack" aria-label={texts.answer}>
            <p class="field-label">{texts.answer}</p>
            <div class="answer-times">
              {severities.map((severity) => (
                <MinutesInput
                  key={severity}
                  label={alertTexts(language.value).severity[severity]}
                  minutes={answerMinutes[severity]}
                  onChange={(minutes) => change({ answerMinutes: { ...answerMinutes, [severity]: minutes } })}
                />
              ))}
            </div>
          </fieldset>
          <div>
            <label class="check">
              <input type="checkbox" checked={quiet.on} onChange={() => changeQuiet({ on: !quiet.on })} />
              {texts.quietOn}
            </label>
            <p class="field-hint">{texts.quietHint}</p>
          </div>
          {quiet.on && (
            <div class="quiet-hours">
              <Field id="quiet-from" label={texts.from}>
                <input
                  id="quiet-from"
                  class="input"
                  type="time"
                  required
                  value={quiet.from}
                  onInput={(event) => changeQuiet({ from: event.currentTarget.value })}
                />
              </Field>
              <Field id="quiet-to" label={texts.to}>
                <input
                  id="quiet-to"
                  class="input"
                  type="time"
                  required
                  value={quiet.to}
                  onInput={(event) => changeQuiet({ to: event.currentTarget.value })}
                />
              </Field>
              <Field id="quiet-hold" label={texts.holdUpTo}>
                <select
                  id="quiet-hold"
                  class="input"
                  value={quiet.holdUpTo}
                  onChange={(event) =>
                    changeQuiet({ holdUpTo: holds.find((one) => one === event.currentTarget.value) ?? quiet.holdUpTo })
                  }
                >
                  {holds.map((one) => (
                    <option key={one} value={one}>
                      {texts.hold[one]}
                    </option>
                  ))}
                </select>
              </Field>
            </div>
          )}
          <div>
            <label class="check">
              <input
                type="checkbox"
                checked={mailOpportunities}
                onChange={() => change({ mailOpportunities: !mailOpportunities })}
              />
              {texts.opportunities}
            </label>
            <p class="field-hint">{texts.opportunitiesHint}</p>
          </div>
        </fieldset>
      </form>
      <section class="stack" aria-label={texts.management}>
        <div>
          <p class="field-label">{texts.management}</p>
          <p class="field-hint">{texts.managementHint}</p>
        </div>
        {management.length === 0 && <p class="aside small">{texts.nobody}</p>}
        {management.length > 0 && (
          <ul class="list">
            {management.map((reader) => (
              <li key={reader.email} class="list-row">
                <span class="member-who">
                  <p class="clip">{reader.name}</p>
                  <p class="aside small clip">{reader.email}</p>
                </span>
                <span class="push row">
                  <span class="pill">{t().shell.language[reader.language]}</span>
                  {may && (
                    <IconButton
                      icon={X}
                      label={texts.remove(reader.name)}
                      onClick={() => change({ management: management.filter(({ email }) => email !== reader.email) })}
                    />
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
        {may && management.length < 10 && (
          <ReaderForm readers={management} onAdd={(reader) => change({ management: [...management, reader] })} />
        )}
      </section>
      {failure && <FailureNote failure={failure} />}
      {may ? (
        <div>
          <Button kind="primary" type="submit" form="alert-settings" busy={busy}>
            {texts.save}
          </Button>
        </div>
      ) : (
        <p class="aside small">{texts.onlyManagers}</p>
      )}
    </div>
  );
}
