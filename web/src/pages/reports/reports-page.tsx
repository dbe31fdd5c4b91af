import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { listReports, previewUrl, type ReportView } from "../../api/reports.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { ReportCard } from "./report-card.tsx";
import { ReportDialog } from "./report-dialog.tsx";
import "./reports.css";

type Open =
  | { readonly what: "edit"; readonly report?: ReportView }
  | { readonly what: "preview"; readonly report: ReportView };

/** What is mailed to whom, and when. */
export function ReportsPage() {
  const reports = useResource("reports", listReports);
  const [open, setOpen] = useState<Open | undefined>();
  const texts = t().reports;
  const mayManage = me.value?.member.role === "owner" || me.value?.member.role === "manager";
  const add = () => setOpen({ what: "edit" });
  const close = () => setOpen(undefined);
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      width="narrow"
      actions={
        mayManage && reports.data && reports.data.reports.length > 0 ? (
          <Button kind="primary" icon={Plus} onClick={add}>
            {texts.add}
          </Button>
        ) : undefined
      }
    >
      <Shown of={reports}>
        {(data) =>
          data.reports.length === 0 ? (
            <Empty text={texts.empty}>
              {mayManage && (
                <Button kind="primary" onClick={add}>
                  {texts.add}
                </Button>
              )}
            </Empty>
          ) : (
            <div class="reports">
              {data.reports.map((report) => (
                <ReportCard
                  key={report.id}
                  report={report}
                  mayManage={mayManage}
                  onEdit={() => setOpen({ what: "edit", report })}
                  onPreview={() => setOpen({ what: "preview", report })}
                />
              ))}
            </div>
          )
        }
      </Shown>
      {open?.what === "edit" && <ReportDialog report={open.report} onClose={close} />}
      {open?.what === "preview" && (
        <Dialog title={texts.previewTitle(open.report.name)} onClose={close} className="report-preview">
          <iframe src={previewUrl(open.report.id)} title={texts.previewTitle(open.report.name)} sandbox="" />
        </Dialog>
      )}
    </Page>
  );
}
