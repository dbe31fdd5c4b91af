import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Report } from "../../api/contract.ts";
import { listReports } from "../../api/reports.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { ReportCard } from "./report-card.tsx";
import { ReportDialog } from "./report-dialog.tsx";
import "./reports.css";

/** What is mailed to whom, and when. */
export function ReportsPage() {
  const reports = useResource("reports", listReports);
  const [open, setOpen] = useState<{ readonly report?: Report } | undefined>();
  const texts = t().reports;
  const mayManage = mayI("manage-reports");
  const add = () => setOpen({});
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
                <ReportCard key={report.id} report={report} mayManage={mayManage} onEdit={() => setOpen({ report })} />
              ))}
            </div>
          )
        }
      </Shown>
      {open && <ReportDialog report={open.report} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
