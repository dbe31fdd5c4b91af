import { useState } from "preact/hooks";
import type { ApiFailure } from "../../api/client.ts";
import type { Recipient, Report } from "../../api/contract.ts";
import { createReport, editReport } from "../../api/reports.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, FieldProblem, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { weekdayName } from "../../wording.ts";
import { ReaderForm } from "./reader-form.tsx";
import { ReaderList } from "./reader-list.tsx";

const MONDAY = 1;

/** Sets a report up or changes it: name, day and time, readers with their languages. */
export function ReportDialog({
  report,
  onClose,
}: {
  readonly report: Report | undefined;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(report?.name ?? "");
  const [weekday, setWeekday] = useState(report?.schedule.kind === "weekly" ? report.schedule.weekday : MONDAY);
  const [time, setTime] = useState(report?.schedule.time ?? "09:00");
  const [readers, setReaders] = useState<readonly Recipient[]>(report?.recipients ?? initialReaders());
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().reports;
  const nameProblem = shown && name.trim() === "" ? texts.nameNeeded : undefined;

  const save = async () => {
    setShown(true);
    if (name.trim() === "" || readers.length === 0) return;
    setBusy(true);
    const draft = {
      name: name.trim(),
      schedule: { kind: "weekly" as const, weekday, time },
      recipients: [...readers],
    };
    const answer = await (report ? editReport(report.id, report.version, draft) : createReport(draft));
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("reports", "today");
    tell(texts.saved);
    onClose();
  };

  return (
    <Dialog title={report ? report.name : texts.add} onClose={onClose}>
      <div class="stack">
        <Field id="report-name" label={texts.name} hint={texts.nameHint} problem={nameProblem}>
          <input
            {...noted("report-name", nameProblem)}
            class="input"
            maxLength={100}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <div class="field-pair">
          <Field id="report-day" label={texts.weekday}>
            <select
              id="report-day"
              class="input"
              value={weekday}
              onChange={(event) => setWeekday(Number(event.currentTarget.value))}
            >
              {[1, 2, 3, 4, 5, 6, 7].map((one) => (
                <option key={one} value={one}>
                  {weekdayName(one, "long")}
                </option>
              ))}
            </select>
          </Field>
          <Field id="report-time" label={texts.time}>
            <input
              id="report-time"
              class="input"
              type="time"
              value={time}
              onInput={(event) => setTime(event.currentTarget.value)}
            />
          </Field>
        </div>
        <ReaderList readers={readers} onChange={setReaders} />
        <ReaderForm readers={readers} onAdd={(reader) => setReaders((all) => [...all, reader])} />
        {shown && readers.length === 0 && <FieldProblem text={texts.needReader} />}
        {failure && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {texts.save}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Whoever sets a report up reads it first. */
function initialReaders(): readonly Recipient[] {
  if (!me.value) return [];
  const { email, name, language } = me.value.member;
  return [{ email, name, language }];
}
