import { useMemo, useState } from "preact/hooks";
import type { ApiFailure } from "../../api/client.ts";
import type { Report, ReportDelivery } from "../../api/contract.ts";
import { sendReport } from "../../api/reports.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FieldProblem } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { periodWords } from "./schedule-words.ts";

interface AgainDialogProps {
  readonly report: Report;
  readonly period: ReportDelivery["period"];
  readonly onClose: () => void;
}

/** Sends a period once more to chosen readers. */
export function AgainDialog({ report, period, onClose }: AgainDialogProps) {
  const [readers, setReaders] = useState<readonly string[]>([]);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  // One wish, however often its button is pressed.
  const clientKey = useMemo(() => crypto.randomUUID(), []);
  const texts = t().reports;
  const toggle = (email: string) =>
    setReaders((now) => (now.includes(email) ? now.filter((one) => one !== email) : [...now, email]));
  const send = async () => {
    setShown(true);
    if (readers.length === 0) return;
    setBusy(true);
    const answer = await sendReport(report.id, { period, again: { readers: [...readers], clientKey } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("reports");
    tell(texts.sentAgain);
    onClose();
  };
  return (
    <Dialog title={texts.again} onClose={onClose}>
      <div class="stack">
        <p>{texts.againLead(periodWords(period))}</p>
        <fieldset class="field" aria-label={texts.readers}>
          {report.recipients.map(({ email, name }) => (
            <label key={email} class="check">
              <input type="checkbox" checked={readers.includes(email)} onChange={() => toggle(email)} />
              <span class="clip">
                {name} <span class="aside">{email}</span>
              </span>
            </label>
          ))}
          {shown && readers.length === 0 && <FieldProblem text={texts.chooseReader} />}
        </fieldset>
        {failure && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {readers.length > 0 ? texts.sendTo(texts.readerCount(readers.length)) : texts.again}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
