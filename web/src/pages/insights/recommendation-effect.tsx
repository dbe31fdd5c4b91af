import { ArrowRight } from "lucide-preact";
import type { Recommendation } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { weekdayName, whenOf } from "../../wording.ts";

type Effect = NonNullable<Recommendation["effect"]>;

/** What one click would change: as it is, and as it will be. */
export function EffectShown({ effect }: { readonly effect: Effect }) {
  const texts = t().advice;
  return (
    <ul class="recommendation-effect small" aria-label={texts.effect}>
      {rowsOf(effect).map(({ what, before, after }) => (
        <li key={what} class="row row-wrap">
          <span class="aside">{what}</span>
          <span>{before}</span>
          <ArrowRight size={14} role="img" aria-label={texts.becomes} />
          <strong>{after}</strong>
        </li>
      ))}
    </ul>
  );
}

interface Row {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

function rowsOf(effect: Effect): readonly Row[] {
  const texts = t().advice;
  switch (effect.kind) {
    case "schedule":
      return effect.days.map(({ weekday, before, after }) => ({
        what: weekdayName(weekday, "long"),
        before: timesText(before),
        after: timesText(after),
      }));
    case "target":
      return [{ what: texts.target, before: texts.minutes(effect.before), after: texts.minutes(effect.after) }];
    case "draft":
      return [
        {
          what: effect.at === null ? texts.noSlot : whenOf(effect.at, effect.timeZone),
          before: texts.nothing,
          after: [texts.draft, effect.contentType && t().insights.contentType[effect.contentType], effect.topic]
            .filter(Boolean)
            .join(" · "),
        },
      ];
  }
}

const timesText = (times: readonly string[]): string => (times.length > 0 ? times.join(", ") : t().advice.noTimes);

/** What the button says: the act, with what it sets. */
export function actText(effect: Effect): string {
  const texts = t().advice;
  switch (effect.kind) {
    case "schedule": {
      const added = effect.days.flatMap(({ weekday, before, after }) =>
        after.filter((time) => !before.includes(time)).map((time) => `${weekdayName(weekday)} ${time}`),
      );
      return (effect.moves ? texts.moveSlot : texts.addSlot)(added.join(", "));
    }
    case "target":
      return texts.setTarget(texts.minutes(effect.after));
    case "draft":
      return texts.makeDraft;
  }
}
