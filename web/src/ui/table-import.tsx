import { FileUp } from "lucide-preact";
import { useRef, useState } from "preact/hooks";
import type { ApiFailure } from "../api/client.ts";
import { download } from "../api/files.ts";
import { checkTable, runTable, type TableArea, type TableCheck } from "../api/tables.ts";
import { t } from "../language.ts";
import { tellFailure } from "../toasts.ts";
import { Button, LinkButton } from "./button.tsx";
import { Section } from "./page.tsx";
import { FailureNote } from "./states.tsx";

/** What is particular of a kind of table. */
interface TableImportProps {
  readonly area: TableArea;
  /** Which columns it has, and what becomes of a row that is known already. */
  readonly columns: string;
  readonly run: (count: number) => string;
  readonly done: (count: number) => string;
  /** The file that the template is saved as. */
  readonly template: string;
  /** Where what was imported is seen. */
  readonly see: { readonly to: string; readonly text: string };
  readonly onDone: () => void;
}

/** A table chosen from the disk: checked first, then stored. */
export function TableImport(props: TableImportProps) {
  const { area, columns, template } = props;
  const texts = t().common.table;
  const [chosen, setChosen] = useState<{ file: File; check: TableCheck } | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setFailure(undefined);
    setChosen(undefined);
    setBusy(true);
    const answer = await checkTable(area, file);
    setBusy(false);
    if (input.current) input.current.value = "";
    if (!answer.ok) return setFailure(answer.error);
    setChosen({ file, check: answer.value });
  };
  const saveTemplate = async () => {
    const done = await download(`/api/${area}/template.csv`, template);
    if (!done.ok) tellFailure(done.error);
  };
  return (
    <>
      <section class="card stack table-choice">
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
          <Button kind="quiet" onClick={() => void saveTemplate()}>
            {texts.template}
          </Button>
        </div>
        <p class="aside small">{texts.limits}</p>
        <p class="aside small">{columns}</p>
      </section>
      {failure && <FailureNote failure={failure} />}
      {chosen && <Checked key={chosen.file.name + chosen.file.lastModified} {...props} {...chosen} />}
    </>
  );
}

/** What the dry run found, and the way on. */
function Checked(props: TableImportProps & { readonly file: File; readonly check: TableCheck }) {
  const { area, file, check, see } = props;
  const texts = t().common.table;
  const [done, setDone] = useState<number | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    setFailure(undefined);
    const answer = await runTable(area, file, setDone);
    setBusy(false);
    props.onDone();
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
        {check.unread.length > 0 && <p class="note note-wheat">{texts.unread(check.unread.join(", "))}</p>}
        {busy && <progress value={done ?? 0} max={check.good} aria-label={texts.running(done ?? 0, check.good)} />}
        {failure && <FailureNote failure={failure} />}
        {isOver ? (
          <div class="row row-wrap">
            <strong>{props.done(done)}</strong>
            <LinkButton to={see.to}>{see.text}</LinkButton>
          </div>
        ) : (
          check.good > 0 && (
            <div>
              <Button kind="primary" busy={busy} onClick={() => void run()}>
                {busy ? texts.running(done ?? 0, check.good) : props.run(check.good)}
              </Button>
            </div>
          )
        )}
      </div>
      {check.problems.length > 0 && <BadRows check={check} />}
    </Section>
  );
}

function BadRows({ check }: { readonly check: TableCheck }) {
  const texts = t().common.table;
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
