import { answerQuality } from "#core/reviews/answer-quality.ts";
import type { Review } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { QualityParts } from "../../ui/quality-parts.tsx";

/** What a good answer to this review has, and which of it the one being written has already. */
export function QualityHints({ review, answer }: { readonly review: Review; readonly answer: string }) {
  if (answer.trim() === "") return null;
  return (
    <div class="quality">
      <h3 class="small">{t().reviews.hints.title}</h3>
      <QualityParts parts={answerQuality(review, answer).parts} />
    </div>
  );
}
