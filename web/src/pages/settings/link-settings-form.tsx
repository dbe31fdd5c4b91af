import { useState } from "preact/hooks";
import * as v from "valibot";
import { linkSettingsSchema, type VersionedLinkSettings } from "#core/links/model.ts";
import { type UtmPart, utmParts, utmTemplatesSchema } from "#core/links/utm.ts";
import type { ApiFailure } from "../../api/client.ts";
import { changeLinkSettings } from "../../api/links.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";

/** How the workspace's links go out unless a post says otherwise. */
export function LinkSettingsForm({ stored }: { readonly stored: VersionedLinkSettings }) {
  const [tag, setTag] = useState(stored.settings.tag);
  const [shorten, setShorten] = useState(stored.settings.shorten);
  const [utm, setUtm] = useState(stored.settings.utm);
  const [typedSites, setSites] = useState(stored.settings.sites.join("\n"));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().links;
  const may = mayI("manage-links");

  const sites = typedSites.split(/[\s,]+/).filter(Boolean);
  const wrongSite = sites.find((site) => !v.is(linkSettingsSchema.entries.sites, [site]));
  const sitesProblem = wrongSite === undefined ? undefined : texts.notASite(wrongSite);
  const partProblem = (part: UtmPart) =>
    v.is(utmTemplatesSchema.entries[part], utm[part]) ? undefined : texts.unknownPlaceholder;

  const save = async (event: Event) => {
    event.preventDefault();
    if (sitesProblem || utmParts.some(partProblem)) return;
    setBusy(true);
    const answer = await changeLinkSettings({ tag, shorten, utm, sites }, stored.version);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    invalidate("link-settings");
    tell(texts.saved);
  };

  return (
    <form onSubmit={save}>
      <fieldset class="stack" disabled={!may} aria-label={texts.title}>
        <Switch label={texts.tag} hint={texts.tagHint} on={tag} onChange={setTag} />
        {tag && (
          <>
            <div class="utm-fields">
              {utmParts.map((part) => (
                <Field key={part} id={`settings-utm-${part}`} label={texts.parts[part]} problem={partProblem(part)}>
                  <input
                    {...noted(`settings-utm-${part}`, partProblem(part))}
                    class="input"
                    maxLength={100}
                    value={utm[part] ?? ""}
                    onInput={(event) => {
                      const value = event.currentTarget.value;
                      setUtm((old) => ({ ...old, [part]: value }));
                    }}
                  />
                </Field>
              ))}
            </div>
            <p class="field-hint">{texts.placeholders}</p>
            <Field id="settings-sites" label={texts.sites} hint={texts.sitesHint} problem={sitesProblem}>
              <textarea
                {...noted("settings-sites", sitesProblem)}
                class="input"
                rows={2}
                value={typedSites}
                onInput={(event) => setSites(event.currentTarget.value)}
              />
            </Field>
          </>
        )}
        <Switch label={texts.shorten} hint={texts.shortenHint} on={shorten} onChange={setShorten} />
        {failure && <FailureNote failure={failure} />}
        {may ? (
          <div>
            <Button kind="primary" type="submit" busy={busy}>
              {texts.save}
            </Button>
          </div>
        ) : (
          <p class="aside small">{texts.onlyManagers}</p>
        )}
      </fieldset>
    </form>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly hint: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Switch({ label, hint, on, onChange }: SwitchProps) {
  return (
    <div>
      <label class="check">
        <input type="checkbox" checked={on} onChange={() => onChange(!on)} />
        {label}
      </label>
      <p class="field-hint">{hint}</p>
    </div>
  );
}
