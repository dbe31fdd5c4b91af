import { t } from "../../../language.ts";
import { invalidate } from "../../../resource.ts";
import { Page } from "../../../ui/page.tsx";
import { TableImport } from "../../../ui/table-import.tsx";
import "../leads.css";

/** A table of people who are known already: checked first, then stored. */
export function LeadImportPage() {
  const texts = t().leads.import;
  return (
    <Page title={texts.title} lead={texts.lead} width="narrow" section="leads">
      <TableImport
        area="leads"
        columns={texts.columns}
        run={texts.run}
        done={texts.done}
        template="dopys-leads-template.csv"
        see={{ to: "/leads", text: texts.seeLeads }}
        onDone={() => invalidate("leads", "today")}
      />
    </Page>
  );
}
