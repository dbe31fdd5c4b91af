import type { Review } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { Section } from "../../ui/page.tsx";
import { whenOf } from "../../wording.ts";
import { Stars } from "./stars.tsx";

/** What a person thought over time, the newest first. */
export function OpinionHistory({ history }: Pick<Review, "history">) {
  const texts = t().reviews;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  return (
    <Section title={texts.history}>
      <ol class="opinions">
        {history.toReversed().map((opinion, index) => (
          <li key={`${opinion.at}${opinion.rating}${opinion.text}`}>
            <span class="aside small">
              {whenOf(opinion.at, zone)}
              {index === 0 && ` · ${texts.now}`}
            </span>
            <Stars of={opinion} />
            <span class={opinion.text ? "review-words" : "aside"}>{opinion.text || texts.noText}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
