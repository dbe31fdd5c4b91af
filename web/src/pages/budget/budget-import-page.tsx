import { ArrowLeft } from "lucide-preact";
import { Link } from "wouter-preact";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { Page } from "../../ui/page.tsx";
import { TableImport } from "../../ui/table-import.tsx";
import "./budget.css";

/** A table of a budget: checked first, then put into its months. */
export function BudgetImportPage() {
  const texts = t().budget;
  return (
    <Page title={texts.importTitle} lead={<Lead />} section="goals" width="narrow">
      <TableImport
        area="budget"
        columns={texts.importColumns}
        run={texts.importRun}
        done={texts.importDone}
        template="dopys-budget-template.csv"
        see={{ to: "/budget", text: texts.see }}
        onDone={() => invalidate("budget", "returns")}
      />
    </Page>
  );
}

function Lead() {
  const texts = t().budget;
  return (
    <>
      {texts.importLead}
      <br />
      <Link href="/budget" class="budget-back">
        <ArrowLeft size={16} aria-hidden="true" />
        {texts.see}
      </Link>
    </>
  );
}
