import type { AnswerQuality } from "#core/reviews/answer-quality.ts";
import { t } from "../../language.ts";
import { QualityParts } from "../../ui/quality-parts.tsx";

/** How good an answer of ours is; its parts on demand. */
export function QualityNote({ quality: { score, parts } }: { readonly quality: AnswerQuality }) {
  return (
    <details class="quality-note small">
      <summary class={score < 50 ? "tone-wheat" : "aside"}>{t().reviews.quality(score)}</summary>
      <QualityParts parts={parts} />
    </details>
  );
}
