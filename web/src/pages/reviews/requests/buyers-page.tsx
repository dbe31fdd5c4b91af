import { ArrowLeft } from "lucide-preact";
import { Link } from "wouter-preact";
import { t } from "../../../language.ts";
import { invalidate } from "../../../resource.ts";
import { Page } from "../../../ui/page.tsx";
import { TableImport } from "../../../ui/table-import.tsx";
import "../reviews.css";

/** A table of customers who bought: checked first, then each of them is asked. */
export function BuyersPage() {
  const texts = t().reviewRequests;
  return (
    <Page title={texts.buyersTitle} lead={<BackToRequests lead={texts.buyersLead} />} width="narrow">
      <TableImport
        area="review-requests"
        columns={texts.buyersColumns}
        run={texts.buyersRun}
        done={texts.buyersDone}
        template="dopys-purchases-template.csv"
        see={{ to: "/reviews/requests", text: texts.see }}
        onDone={() => invalidate("review-requests")}
      />
    </Page>
  );
}

/** What a page below the requests is for, and the way back to them. */
export function BackToRequests({ lead }: { readonly lead: string }) {
  return (
    <>
      {lead}
      <br />
      <Link href="/reviews/requests" class="review-back">
        <ArrowLeft size={16} aria-hidden="true" />
        {t().reviewRequests.back}
      </Link>
    </>
  );
}
