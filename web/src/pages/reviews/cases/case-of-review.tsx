import { t } from "../../../language.ts";
import { Section } from "../../../ui/page.tsx";
import { CaseFromThread } from "./case-from-thread.tsx";

interface CaseOfReviewProps {
  readonly reviewId: string;
  readonly caseId: string | undefined;
}

/** Whether a review has a case, and the way to it or to opening one. */
export function CaseOfReview({ reviewId, caseId }: CaseOfReviewProps) {
  const texts = t().cases;
  return (
    <Section title={texts.section}>
      <div class="section-body row row-wrap">
        <p class="aside">{caseId ? texts.sectionThere : texts.sectionNone}</p>
        <CaseFromThread about={{ reviewId }} caseId={caseId} />
      </div>
    </Section>
  );
}
