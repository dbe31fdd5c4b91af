import type { Import } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { CheckReport } from "./check-report.tsx";
import { recheck } from "./deeds.ts";
import { Outcome } from "./outcome.tsx";

const asFailure = ({ code, message, cure }: NonNullable<Import["failure"]>) => ({
  ...{ status: 0, code, message },
  ...(cure !== undefined && { cure }),
});

/** Where an import stands, and the next thing to do. */
export function ImportSteps({ item, onChange }: { readonly item: Import; readonly onChange: () => void }) {
  const texts = t().exchange;
  return (
    <div class="stack import-steps">
      <h2 class="clip">{item.fileName}</h2>
      {item.state === "checking" && (
        <div class="card stack" role="status">
          <p>{texts.checking(item.check?.rows ?? 0)}</p>
          <progress class="import-progress" aria-label={texts.checking(0)} />
        </div>
      )}
      {item.state === "failed" && item.failure && <FailureNote failure={asFailure(item.failure)} />}
      {(item.state === "failed" || item.state === "awaiting-file") && (
        <div>
          <Button onClick={() => void recheck(item.id, onChange)}>{texts.again}</Button>
        </div>
      )}
      {item.state === "checked" && item.check && <CheckReport item={item} check={item.check} onChange={onChange} />}
      {item.check && item.run && (item.state === "importing" || item.state === "done") && (
        <Outcome item={item} check={item.check} run={item.run} />
      )}
    </div>
  );
}
