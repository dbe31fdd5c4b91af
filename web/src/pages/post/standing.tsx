import { formatNumber, formatPercent } from "#core/i18n/format.ts";
import { readStanding } from "../../api/recommendations.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";

/** How a published post stands among the channel's others of its kind; nothing where those are too few. */
export function Standing({ publicationId }: { readonly publicationId: string }) {
  const standing = useResource(`standing:${publicationId}`, () => readStanding(publicationId)).data?.standing;
  const texts = t().advice;
  if (!standing?.interactions) return null;
  const { interactions, engagementRate, reach, contentType, posts, young } = standing;
  const count = (value: number) => formatNumber(language.value, value);
  const share = (value: number) => formatPercent(language.value, value);
  const type = t().insights.contentType[contentType].toLocaleLowerCase(language.value);
  return (
    <p class="small publication-standing">
      <strong>
        {interactionsText(interactions.times)} ({texts.standing.against(type, posts)})
      </strong>
      <span class="aside">
        {[
          engagementRate &&
            texts.standingRate(
              share(engagementRate.value),
              share(engagementRate.usual.low),
              share(engagementRate.usual.high),
            ),
          reach && texts.standingReach(count(reach.value), count(reach.usual.low), count(reach.usual.high)),
          young && texts.young,
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </p>
  );
}

/** How far from one counts as more or less. */
const ALIKE = 0.05;

/** The interactions against the usual, in words. */
function interactionsText(times: number): string {
  const { more, less, same } = t().advice.standing;
  if (Math.abs(times - 1) < ALIKE) return same;
  if (times < 1) return less(formatPercent(language.value, Math.round(times * 100) / 100));
  const shown = Math.round(times * 10) / 10;
  return more(t().experiments.times(shown, formatNumber(language.value, shown, 1)));
}
