import { Leaf, Repeat2 } from "lucide-preact";
import type { PublicationSummary } from "../../api/contract.ts";
import { t } from "../../language.ts";

/** The mark of a post that comes again: a date of a series, or a repeat of an evergreen post. */
export function OriginMark({ origin }: Pick<PublicationSummary, "origin">) {
  if (!origin) return null;
  const texts = t().series;
  const [Icon, word] = origin.kind === "series" ? [Repeat2, texts.mark] : [Leaf, texts.evergreenMark];
  return (
    <span class="chip-origin" title={word}>
      <Icon size={14} aria-hidden="true" />
      <span class="chip-origin-word">{word}</span>
    </span>
  );
}
