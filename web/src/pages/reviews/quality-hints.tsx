import { Circle, CircleCheck } from "lucide-preact";
import { answerQuality } from "#core/reviews/answer-quality.ts";
import type { Review } from "../../api/contract.ts";
import { t } from "../../language.ts";

/** What a good answer to this review has, and which of it the one being written has already. */
export function QualityHints({ review, answer }: { readonly review: Review; readonly answer: string }) {
  const texts = t().reviews;
  if (answer.trim() === "") return null;
  return (
    <div class="quality">
      <h3 class="small">{texts.hints.title}</h3>
      <ul class="small">
        {answerQuality(review, answer).parts.map(({ part, met }) => {
          const Mark = met ? CircleCheck : Circle;
          return (
            <li key={part} class={met ? "tone-leaf" : "aside"}>
              <Mark size={16} aria-hidden="true" />
              {texts.hints[part]}
              <span class="hidden-visually">{`: ${met ? texts.hintMet : texts.hintMissing}`}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
