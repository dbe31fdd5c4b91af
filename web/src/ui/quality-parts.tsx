import { Circle, CircleCheck } from "lucide-preact";
import type { AnswerQuality } from "#core/reviews/answer-quality.ts";
import { t } from "../language.ts";

/** The parts of a good answer, and which of them one has. */
export function QualityParts({ parts }: Pick<AnswerQuality, "parts">) {
  const texts = t().reviews;
  return (
    <ul class="quality-parts small">
      {parts.map(({ part, met }) => {
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
  );
}
