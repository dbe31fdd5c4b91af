import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { Page } from "../../ui/page.tsx";
import { TableImport } from "../../ui/table-import.tsx";
import "./reviews.css";

/** A table of reviews from other places: checked first, then stored. */
export function ReviewImportPage() {
  const texts = t().reviews.import;
  return (
    <Page title={texts.title} lead={texts.lead} width="narrow" section="reviews">
      <TableImport
        area="reviews"
        columns={texts.columns}
        run={texts.run}
        done={texts.done}
        template="dopys-reviews-template.csv"
        see={{ to: "/reviews?state=all&channelId=imported&order=newest", text: texts.see }}
        onDone={() => invalidate("reviews:")}
      />
    </Page>
  );
}
