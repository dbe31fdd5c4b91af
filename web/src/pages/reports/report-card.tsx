import { Copy, Eye, Pause, Pencil, Play, Send, Trash2 } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Report } from "../../api/contract.ts";
import { editReport, listDeliveries, removeReport, sendReport } from "../../api/reports.ts";
import { language, t } from "../../language.ts";
import { amend, invalidate, useResource } from "../../resource.ts";
import { afterGrace, tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { MoreActs } from "../../ui/more-acts.tsx";
import { whenWithZone } from "../../wording.ts";
import { ReaderRows } from "./reader-rows.tsx";
import { previewUrl } from "./report-draft.ts";
import { ReportHistory } from "./report-history.tsx";
import { scheduleWords } from "./schedule-words.ts";
import { zoneHere } from "./today-here.ts";

interface CardProps {
  readonly report: Report;
  readonly mayManage: boolean;
  readonly onEdit: () => void;
  readonly onCopy: () => void;
}

/** One report: when, about what, to whom, what became of it, and what can be done with it by hand. */
export function ReportCard({ report, mayManage, onEdit, onCopy }: CardProps) {
  const { id, name, schedule, sections, channelIds, recipients, paused, nextDueAt } = report;
  const texts = t().reports;
  const known = useResource(`reports:deliveries:${id}`, () => listDeliveries(id)).data;
  const { deliveries, readers } = known ?? nothing;
  return (
    <section class="card report" aria-label={name}>
      <header class="row row-wrap">
        <h2>{name}</h2>
        {paused && <span class="pill pill-wheat">{texts.paused}</span>}
        <span class="aside push">{scheduleWords(schedule)}</span>
      </header>
      <p class="aside small">
        {[
          nextDueAt && texts.next(whenWithZone(nextDueAt, zoneHere())),
          channelIds ? texts.channelCount(channelIds.length) : t().common.allChannels,
          texts.sectionCount(sections.length),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <ReaderRows
        reportId={id}
        recipients={recipients}
        deliveries={known?.deliveries}
        standings={readers}
        mayManage={mayManage}
      />
      <ReportHistory report={report} deliveries={deliveries} mayManage={mayManage} />
      <div class="row row-wrap report-acts">
        <a
          class="button button-quiet"
          href={previewUrl("mail", { schedule, sections, channelIds }, language.value)}
          target="_blank"
          rel="noopener"
        >
          <Eye size={16} aria-hidden="true" />
          {texts.see}
        </a>
        {mayManage && <Acts report={report} onEdit={onEdit} onCopy={onCopy} />}
      </div>
    </section>
  );
}

const nothing = { deliveries: [], readers: [] };

function Acts({ report, onEdit, onCopy }: Omit<CardProps, "mayManage">) {
  const [busy, setBusy] = useState(false);
  const { id, paused, version } = report;
  const texts = t().reports;
  const send = async () => {
    setBusy(true);
    const answer = await sendReport(id);
    setBusy(false);
    if (!answer.ok) return tellFailure(answer.error);
    invalidate("reports");
    tell(texts.sent);
  };
  const pause = async () => {
    const answer = await editReport(id, version, { paused: !paused });
    invalidate("reports", "today");
    if (answer.ok) tell(paused ? texts.resumedToast : texts.pausedToast);
    else tellFailure(answer.error);
  };
  return (
    <>
      <Button icon={Send} busy={busy} onClick={() => void send()}>
        {texts.sendNow}
      </Button>
      <span class="push row row-wrap">
        <MoreActs>
          <Button kind="quiet" icon={paused ? Play : Pause} onClick={() => void pause()}>
            {paused ? texts.resume : texts.pause}
          </Button>
          <Button kind="quiet" icon={Copy} onClick={onCopy}>
            {texts.copy}
          </Button>
          <Button kind="quiet" icon={Trash2} onClick={() => remove(report)}>
            {texts.remove}
          </Button>
        </MoreActs>
        <Button kind="quiet" icon={Pencil} onClick={onEdit}>
          {texts.edit}
        </Button>
      </span>
    </>
  );
}

/** Takes a report away once ten seconds have passed without an undo. */
function remove(report: Report): void {
  amend<{ reports: Report[] }>("reports", ({ reports }) => ({
    reports: reports.filter(({ id }) => id !== report.id),
  }));
  const restore = () => invalidate("reports", "today");
  afterGrace(
    t().reports.removed,
    async (leaving) => {
      const answer = await removeReport(report.id, leaving);
      if (!answer.ok) tellFailure(answer.error);
      restore();
    },
    restore,
  );
}
