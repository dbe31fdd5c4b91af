import { FileUp } from "lucide-preact";
import { useRef, useState } from "preact/hooks";
import { formatPercent } from "#core/i18n/format.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { Import } from "../../api/contract.ts";
import { download } from "../../api/files.ts";
import { uploadTable } from "../../api/imports.ts";
import { language, t } from "../../language.ts";
import { tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { FailureNote } from "../../ui/states.tsx";

/** Where a file is chosen or dropped, and what its columns are. */
export function UploadCard({ onReady }: { readonly onReady: (item: Import) => void }) {
  const texts = t().exchange;
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [over, setOver] = useState(false);

  const sending = texts.uploading(formatPercent(language.value, share ?? 0));

  async function take(file: File | undefined) {
    if (!file) return;
    setFailure(undefined);
    setShare(0);
    const answer = await uploadTable(file, setShare);
    setShare(undefined);
    if (answer.ok) onReady(answer.value);
    else setFailure(answer.error);
    if (input.current) input.current.value = "";
  }

  async function template() {
    const done = await download("/api/imports/template.csv", "dopys-template.csv");
    if (!done.ok) tellFailure(done.error);
  }

  return (
    <>
      {failure && <FailureNote failure={failure} />}
      <section
        class={`card import-drop ${over ? "is-over" : ""}`}
        aria-label={texts.choose}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer?.files[0]);
        }}
      >
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          class="hidden-visually"
          tabIndex={-1}
          aria-label={texts.choose}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        {share === undefined ? (
          <>
            <div class="row row-wrap">
              <Button kind="primary" icon={FileUp} onClick={() => input.current?.click()}>
                {texts.choose}
              </Button>
              <Button onClick={() => void template()}>{texts.template}</Button>
              <span class="aside import-drop-hint">{texts.drop}</span>
            </div>
            <p class="aside small">{texts.limits}</p>
          </>
        ) : (
          <div class="stack" role="status">
            <p>{sending}</p>
            <progress class="import-progress" value={share} max={1} aria-label={sending} />
          </div>
        )}
      </section>
      <Section title={texts.columns}>
        <p class="aside import-columns-lead">{texts.columnsLead}</p>
        <dl class="import-columns">
          {texts.columnHints.map(([names, hint]) => (
            <div key={names}>
              <dt>{names}</dt>
              <dd>{hint}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
