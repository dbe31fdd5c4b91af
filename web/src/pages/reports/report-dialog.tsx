import { useRef, useState } from "preact/hooks";
import type { ApiFailure } from "../../api/client.ts";
import type { Report } from "../../api/contract.ts";
import { createReport, editReport } from "../../api/reports.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, FieldProblem, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { ChannelChoice } from "./channel-choice.tsx";
import { PreviewLinks } from "./preview-links.tsx";
import { ReaderForm } from "./reader-form.tsx";
import { ReaderList } from "./reader-list.tsx";
import { type Draft, type DraftField, missingIn, withKind } from "./report-draft.ts";
import { ScheduleFields } from "./schedule-fields.tsx";
import { SectionList } from "./section-list.tsx";
import { todayHere } from "./today-here.ts";

interface ReportDialogProps {
  /** The report that is changed; absent for a new one. */
  readonly report?: Report | undefined;
  readonly initial: Draft;
  readonly onClose: () => void;
}

/** Builds a report or changes one: when, what it says of which channels, to whom; shows it before it is saved. */
export function ReportDialog({ report, initial, onClose }: ReportDialogProps) {
  const [draft, setDraft] = useState(initial);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const form = useRef<HTMLDivElement>(null);
  const texts = t().reports;
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const missing = missingIn(draft);
  const problem = (field: DraftField) => (shown && missing.includes(field) ? wordsFor(field) : undefined);

  /** Brings what is wrong into sight, and the keyboard to it where it takes input. */
  const showFirst = () =>
    requestAnimationFrame(() => {
      form.current?.querySelector(".field-problem")?.scrollIntoView({ block: "center" });
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus({ preventScroll: true });
    });

  const save = async () => {
    setShown(true);
    if (missing.length > 0) return showFirst();
    setBusy(true);
    const answer = await saved(report, { ...draft, name: draft.name.trim() });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("reports", "today");
    tell(texts.saved);
    onClose();
  };

  return (
    <Dialog title={report ? report.name : texts.add} onClose={onClose}>
      <div class="stack" ref={form}>
        <Field id="report-name" label={texts.name} hint={texts.nameHint} problem={problem("name")}>
          <input
            {...noted("report-name", problem("name"))}
            class="input"
            maxLength={100}
            value={draft.name}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        </Field>
        <ScheduleFields
          schedule={draft.schedule}
          problem={problem}
          onKind={(kind) => setDraft((now) => withKind(now, kind, todayHere()))}
          onChange={(schedule) => change({ schedule })}
        />
        <SectionList
          sections={draft.sections}
          problem={problem("sections")}
          onChange={(sections) => change({ sections })}
        />
        <ChannelChoice
          chosen={draft.channelIds}
          problem={problem("channels")}
          onChange={(channelIds) => change({ channelIds })}
        />
        <ReaderList readers={draft.recipients} onChange={(recipients) => change({ recipients })} />
        <ReaderForm
          readers={draft.recipients}
          onAdd={(reader) => setDraft((now) => ({ ...now, recipients: [...now.recipients, reader] }))}
        />
        {problem("readers") && <FieldProblem text={texts.needReader} />}
        {missing.length === 0 ? (
          <PreviewLinks draft={draft} />
        ) : (
          <p class="field-hint">{texts.previewNeeds(missing.map(wordsFor).join(" "))}</p>
        )}
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

function wordsFor(field: DraftField): string {
  const texts = t().reports;
  const words: Readonly<Record<DraftField, string>> = {
    name: texts.nameNeeded,
    weekdays: texts.needWeekday,
    time: texts.needTime,
    startDay: texts.needDay,
    sections: texts.needSection,
    channels: texts.needChannel,
    readers: texts.needReader,
  };
  return words[field];
}

function saved(report: Report | undefined, { name, schedule, sections, channelIds, recipients }: Draft) {
  const when = schedule.kind === "daily" ? { ...schedule, weekdays: [...schedule.weekdays] } : schedule;
  const base = { name, schedule: when, sections: [...sections], recipients: [...recipients] };
  const channels = channelIds && [...channelIds];
  return report
    ? editReport(report.id, report.version, { ...base, channelIds: channels ?? null })
    : createReport({ ...base, ...(channels && { channelIds: channels }) });
}
