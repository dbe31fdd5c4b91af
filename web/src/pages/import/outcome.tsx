import { useEffect } from "preact/hooks";
import type { Import } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { LinkButton } from "../../ui/button.tsx";
import { ProblemTable } from "./problem-table.tsx";

interface OutcomeProps {
  readonly item: Import;
  readonly check: NonNullable<Import["check"]>;
  readonly run: NonNullable<Import["run"]>;
}

/** How far an import is, and what came of it. */
export function Outcome({ item, check, run }: OutcomeProps) {
  const texts = t().exchange;
  const done = item.state === "done";
  useEffect(() => {
    if (done) invalidate("calendar", "posts", "imports");
  }, [done]);
  if (!done) {
    return (
      <div class="card stack" role="status">
        <p>
          <strong>{texts.importingTitle}</strong> {texts.importing(run.next, check.rows)}
        </p>
        <progress class="import-progress" value={run.next} max={check.rows} aria-label={texts.importingTitle} />
      </div>
    );
  }
  return (
    <>
      <div class="note import-good" role="status">
        <div class="stack">
          <p>
            <strong>{texts.doneTitle(run.imported)}</strong>
          </p>
          {run.scheduled > 0 && <p>{texts.doneScheduled(run.scheduled)}</p>}
          {run.imported > run.scheduled && <p>{texts.doneDrafts(run.imported - run.scheduled)}</p>}
          {check.bad > 0 && <p>{texts.doneSkipped(check.bad)}</p>}
          {run.failed > 0 && <p>{texts.doneFailed(run.failed)}</p>}
        </div>
      </div>
      <div>
        <LinkButton kind="primary" to="/calendar">
          {texts.toCalendar}
        </LinkButton>
      </div>
      {check.bad + run.failed > 0 && <ProblemTable item={item} count={check.bad + run.failed} />}
    </>
  );
}
