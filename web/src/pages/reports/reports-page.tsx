import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ReportKind } from "#core/reports/schedule.ts";
import type { Recipient, Report } from "../../api/contract.ts";
import { listReports } from "../../api/reports.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { ReportCard } from "./report-card.tsx";
import { ReportDialog } from "./report-dialog.tsx";
import { type Draft, draftOf, draftOfKind } from "./report-draft.ts";
import { Templates } from "./templates.tsx";
import { todayHere } from "./today-here.ts";
import "./reports.css";

/** What is mailed to whom, when, and what became of it. */
export function ReportsPage() {
  const reports = useResource("reports", listReports);
  const [open, setOpen] = useState<{ readonly report?: Report; readonly initial: Draft } | undefined>();
  const texts = t().reports;
  const mayManage = mayI("manage-reports");
  const begin = (kind: ReportKind, name: string = texts.templates[kind].name) =>
    setOpen({ initial: draftOfKind(kind, name, todayHere(), firstReaders()) });
  const copy = (report: Report) =>
    setOpen({ initial: { ...draftOf(report), name: texts.copyOf(report.name).slice(0, 100) } });
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      width="narrow"
      actions={
        mayManage && reports.data && reports.data.reports.length > 0 ? (
          <Button kind="primary" icon={Plus} onClick={() => begin("weekly", "")}>
            {texts.add}
          </Button>
        ) : undefined
      }
    >
      <Shown of={reports}>
        {(data) =>
          data.reports.length === 0 ? (
            <Empty text={texts.empty}>{mayManage && <Templates onChoose={begin} />}</Empty>
          ) : (
            <div class="reports">
              {data.reports.map((report) => (
                <ReportCard
                  key={report.id}
                  report={report}
                  mayManage={mayManage}
                  onEdit={() => setOpen({ report, initial: draftOf(report) })}
                  onCopy={() => copy(report)}
                />
              ))}
              {mayManage && (
                <section class="stack">
                  <h2 class="small aside">{texts.begin}</h2>
                  <Templates onChoose={begin} />
                </section>
              )}
            </div>
          )
        }
      </Shown>
      {open && <ReportDialog report={open.report} initial={open.initial} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

/** Whoever sets a report up reads it first. */
function firstReaders(): readonly Recipient[] {
  if (!me.value) return [];
  const { email, name, language } = me.value.member;
  return [{ email, name, language }];
}
