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
  const times = texts.times(formatNumber(language.value, interactions.times, 1));
  return (
    <p class="small publication-standing">
      <strong>{texts.standing(times, t().insights.contentType[contentType], texts.posts(posts))}</strong>
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
