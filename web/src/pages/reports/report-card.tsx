import { Eye, Pause, Pencil, Play, Send } from "lucide-preact";
import { useState } from "preact/hooks";
import { editReport, type ReportView, sendReport } from "../../api/reports.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { weekdayName, whenWithZone } from "../../wording.ts";

interface CardProps {
  readonly report: ReportView;
  readonly mayManage: boolean;
  readonly onEdit: () => void;
  readonly onPreview: () => void;
}

/** One report: when, to whom, and what can be done with it by hand. */
export function ReportCard({ report, mayManage, onEdit, onPreview }: CardProps) {
  const { id, name, schedule, recipients, paused, nextDueAt, lastSentAt, version } = report;
  const [busy, setBusy] = useState(false);
  const texts = t().reports;
  const zone = me.value?.workspace.timeZone ?? "UTC";

  const send = async () => {
    setBusy(true);
    const answer = await sendReport(id);
    setBusy(false);
    if (!answer.ok) return tellFailure(answer.error);
    invalidate("reports");
    tell(texts.sent);
  };
  const setPaused = async (next: boolean) => {
    const answer = await editReport(id, version, { paused: next });
    invalidate("reports", "today");
    if (answer.ok) tell(next ? texts.pausedToast : texts.resumedToast);
    else tellFailure(answer.error);
  };

  return (
    <section class="card report" aria-label={name}>
      <header class="row row-wrap">
        <h2>{name}</h2>
        {paused && <span class="pill pill-wheat">{texts.paused}</span>}
        <span class="aside push">{texts.weekly(weekdayName(schedule.weekday, "long"), schedule.time)}</span>
      </header>
      <p class="aside small">
        {[
          nextDueAt && texts.next(whenWithZone(nextDueAt, zone)),
          lastSentAt && texts.last(whenWithZone(lastSentAt, zone)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <ul class="report-readers">
        {recipients.map((reader) => (
          <li key={reader.email}>
            <span class="clip">
              {reader.name} <span class="aside">{reader.email}</span>
            </span>
            <span class="pill">{t().shell.language[reader.language]}</span>
          </li>
        ))}
      </ul>
      <div class="row row-wrap report-acts">
        <Button icon={Eye} onClick={onPreview}>
          {texts.preview}
        </Button>
        {mayManage && (
          <>
            <Button icon={Send} busy={busy} onClick={() => void send()}>
              {texts.sendNow}
            </Button>
            <span class="push row row-wrap">
              <Button kind="quiet" icon={paused ? Play : Pause} onClick={() => void setPaused(!paused)}>
                {paused ? texts.resume : texts.pause}
              </Button>
              <Button kind="quiet" icon={Pencil} onClick={onEdit}>
                {texts.edit}
              </Button>
            </span>
          </>
        )}
      </div>
    </section>
  );
}
