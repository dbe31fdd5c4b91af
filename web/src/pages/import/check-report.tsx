import type { Import } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { begin, recheck } from "./deeds.ts";
import { ProblemTable } from "./problem-table.tsx";

interface ReportProps {
  readonly item: Import;
  readonly check: NonNullable<Import["check"]>;
  readonly onChange: () => void;
}

/** What the dry run found, and the choice of what to import. */
export function CheckReport({ item, check, onChange }: ReportProps) {
  const texts = t().exchange;
  const { rows, bad, scheduled, ignoredColumns, encoding } = check;
  const good = rows - bad;
  return (
    <>
      <div class={`note ${bad > 0 ? "note-wheat" : "import-good"}`} role="status">
        <div class="stack">
          <p>
            <strong>{bad > 0 ? texts.someBad(bad, rows) : texts.allGood(rows)}</strong>
          </p>
          {scheduled > 0 && <p>{texts.toSchedule(scheduled)}</p>}
          {good > scheduled && <p>{texts.toDraft(good - scheduled)}</p>}
          {ignoredColumns.length > 0 && <p>{texts.ignored(ignoredColumns.join(", "))}</p>}
          {encoding && encoding !== "utf-8" && <p>{texts.encoding(encoding)}</p>}
        </div>
      </div>
      <div class="row row-wrap">
        {good > 0 && (
          <Button
            kind={bad > 0 ? "plain" : "primary"}
            onClick={() => begin(item.id, bad > 0 ? "skip" : "refuse", onChange)}
          >
            {bad > 0 ? texts.importGood(good, bad) : texts.importAll(good)}
          </Button>
        )}
        <Button kind="quiet" onClick={() => void recheck(item.id, onChange)}>
          {texts.again}
        </Button>
      </div>
      {bad > 0 && (
        <>
          <p class="aside">{texts.nothingYet}</p>
          <ProblemTable item={item} count={bad} />
        </>
      )}
    </>
  );
}
