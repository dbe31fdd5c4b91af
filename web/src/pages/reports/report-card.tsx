import { Eye, Pause, Pencil, Play, Send } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Report } from "../../api/contract.ts";
import { editReport, listDeliveries, sendReport } from "../../api/reports.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { weekdayName, whenWithZone } from "../../wording.ts";
import { DeliveryPill } from "./delivery-pill.tsx";

interface CardProps {
  readonly report: Report;
  readonly mayManage: boolean;
  readonly onEdit: () => void;
}

/** One report: when, to whom, and what can be done with it by hand. */
export function ReportCard({ report, mayManage, onEdit }: CardProps) {
  const { id, name, schedule, sections, channelIds, recipients, paused, nextDueAt, version } = report;
  const [busy, setBusy] = useState(false);
  const texts = t().reports;
  const zone = me.value?.workspace.timeZone ?? "UTC";

  const deliveries = useResource(`reports:deliveries:${id}`, () => listDeliveries(id)).data?.deliveries ?? [];
  const lastTo = (email: string) =>
    deliveries.filter(({ recipient }) => recipient.email === email).toSorted((a, b) => b.changedAt - a.changedAt)[0];

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
        {schedule.kind === "weekly" && (
          <span class="aside push">{texts.weekly(weekdayName(schedule.weekday, "long"), schedule.time)}</span>
        )}
      </header>
      {nextDueAt && <p class="aside small">{texts.next(whenWithZone(nextDueAt, zone))}</p>}
      <ul class="report-readers">
        {recipients.map((reader) => (
          <li key={reader.email}>
            <span class="clip">
              {reader.name} <span class="aside">{reader.email}</span>
            </span>
            <span class="row report-reader-state">
              <DeliveryPill delivery={lastTo(reader.email)} />
              <span class="pill">{t().shell.language[reader.language]}</span>
            </span>
          </li>
        ))}
      </ul>
      <div class="row row-wrap report-acts">
        <a
          class="button button-quiet"
          href={`/api/report-preview/mail?report=${encodeURIComponent(JSON.stringify({ schedule, sections, channelIds }))}`}
          target="_blank"
          rel="noopener"
        >
          <Eye size={16} aria-hidden="true" />
          {texts.preview}
        </a>
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
