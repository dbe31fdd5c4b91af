import { FileUp } from "lucide-preact";
import { useRef, useState } from "preact/hooks";
import type { ApiFailure } from "../../../api/client.ts";
import { download } from "../../../api/files.ts";
import { checkTable, type LeadTableCheck, runTable } from "../../../api/lead-tables.ts";
import { t } from "../../../language.ts";
import { invalidate } from "../../../resource.ts";
import { tellFailure } from "../../../toasts.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { FailureNote } from "../../../ui/states.tsx";
import "../leads.css";

/** A table of people who are known already: checked first, then stored. */
export function LeadImportPage() {
  const texts = t().leads.import;
  const [chosen, setChosen] = useState<{ file: File; check: LeadTableCheck } | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setFailure(undefined);
    setChosen(undefined);
    setBusy(true);
    const answer = await checkTable(file);
    setBusy(false);
    if (input.current) input.current.value = "";
    if (!answer.ok) return setFailure(answer.error);
    setChosen({ file, check: answer.value });
  };
  const template = async () => {
    const done = await download("/api/leads/template.csv", "dopys-leads-template.csv");
    if (!done.ok) tellFailure(done.error);
  };
  return (
    <Page title={texts.title} lead={texts.lead} width="narrow" section="leads">
      <section class="card stack">
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          class="hidden-visually"
          tabIndex={-1}
          aria-label={texts.choose}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        <div class="row row-wrap">
          <Button kind={chosen ? "plain" : "primary"} icon={FileUp} busy={busy} onClick={() => input.current?.click()}>
            {busy ? texts.checking : chosen ? texts.another : texts.choose}
          </Button>
          <Button kind="quiet" onClick={() => void template()}>
            {texts.template}
          </Button>
        </div>
        <p class="aside small">{texts.limits}</p>
        <p class="aside small">{texts.columns}</p>
      </section>
      {failure && <FailureNote failure={failure} />}
      {chosen && <Checked key={chosen.file.name + chosen.file.lastModified} {...chosen} />}
    </Page>
  );
}

/** What the dry run found, and the way on. */
function Checked({ file, check }: { readonly file: File; readonly check: LeadTableCheck }) {
  const texts = t().leads.import;
  const [done, setDone] = useState<number | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    setFailure(undefined);
    const answer = await runTable(file, setDone);
    setBusy(false);
    invalidate("leads", "today");
    if (!answer.ok) setFailure(answer.error);
  };
  const isOver = !busy && done !== undefined && !failure;
  return (
    <Section title={file.name}>
      <div class="section-body stack" role="status">
        <p>
          {texts.good(check.good)}
          {check.bad > 0 && ` · ${texts.bad(check.bad)}`}
        </p>
        {busy && <progress value={done ?? 0} max={check.good} aria-label={texts.running(done ?? 0, check.good)} />}
        {failure && <FailureNote failure={failure} />}
        {isOver ? (
          <div class="row row-wrap">
            <strong>{texts.done(done)}</strong>
            <LinkButton to="/leads">{texts.seeLeads}</LinkButton>
          </div>
        ) : (
          check.good > 0 && (
            <div>
              <Button kind="primary" busy={busy} onClick={() => void run()}>
                {busy ? texts.running(done ?? 0, check.good) : texts.run(check.good)}
              </Button>
            </div>
          )
        )}
      </div>
      {check.problems.length > 0 && <BadRows check={check} />}
    </Section>
  );
}

function BadRows({ check }: { readonly check: LeadTableCheck }) {
  const texts = t().leads.import;
  return (
    <>
      <table class="card-table">
        <thead>
          <tr>
            <th scope="col" class="number">
              {texts.row}
            </th>
            <th scope="col">{texts.problem}</th>
          </tr>
        </thead>
        <tbody>
          {check.problems.map(({ row, problems }) => (
            <tr key={row}>
              <th scope="row" class="number">
                {row}
              </th>
              <td>{problems.join(" ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {check.bad > check.problems.length && <p class="aside">{texts.moreBad(check.bad - check.problems.length)}</p>}
    </>
  );
}
