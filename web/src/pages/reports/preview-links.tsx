import { ExternalLink } from "lucide-preact";
import { useState } from "preact/hooks";
import { languages } from "#core/kernel/language.ts";
import { language, t } from "../../language.ts";
import { Segments } from "../../ui/segments.tsx";
import { type Draft, previewUrl } from "./report-draft.ts";

const forms = ["mail", "text", "pdf"] as const;

/** Shows a report of the last whole period as its readers would get it, before it is saved. */
export function PreviewLinks({ draft }: { readonly draft: Draft }) {
  const [shown, setShown] = useState(draft.recipients[0]?.language ?? language.value);
  const texts = t().reports;
  return (
    <div class="field">
      <span class="field-label">{texts.previewTitle}</span>
      <div class="row row-wrap">
        <Segments
          label={texts.previewLanguage}
          options={languages.map((one) => ({ value: one, text: t().shell.language[one] }))}
          value={shown}
          onChange={setShown}
        />
        {forms.map((form) => (
          <a
            key={form}
            class="button button-quiet"
            href={previewUrl(form, draft, shown)}
            target="_blank"
            rel="noopener"
          >
            <ExternalLink size={16} aria-hidden="true" />
            {texts.preview[form]}
          </a>
        ))}
      </div>
    </div>
  );
}
