import { formatNumber } from "#core/i18n/format.ts";
import type { RequestFigures } from "../../../api/contract.ts";
import { language, t } from "../../../language.ts";
import { shareOf } from "../share.ts";

/** What asking has brought; a share is told only where somebody was asked. */
export function RequestTiles({ figures }: { readonly figures: RequestFigures }) {
  const { days, sent, opened, went, reviews, answers, undelivered, capped } = figures;
  const texts = t().reviewRequests;
  const number = (value: number) => formatNumber(language.value, value);
  // Of nobody asked there is no share, and nothing that could have followed.
  const followed = (name: string, count: number) =>
    sent === 0
      ? { name, figure: "—", about: texts.noneSent }
      : { name, figure: number(count), about: texts.ofSent(shareOf(count, sent)) };
  const tiles = [
    { name: texts.figures.sent, figure: number(sent), about: texts.undelivered(undelivered) },
    followed(texts.figures.opened, opened),
    followed(texts.figures.went, went),
    followed(texts.figures.reviews, reviews),
  ];
  return (
    <section class="review-trend" aria-label={texts.figuresTitle(days)}>
      <h2 class="small aside">{texts.figuresTitle(days)}</h2>
      <dl class="review-tiles">
        {tiles.map(({ name, figure, about }) => (
          <div key={name} class="review-tile">
            <dt>{name}</dt>
            <dd>
              <span class="figure">{figure}</span>
              <span class="aside small">{about}</span>
            </dd>
          </div>
        ))}
      </dl>
      {sent > 0 && (
        <p class="aside small">
          {texts.answered(number(answers.good), number(answers.mixed), number(answers.bad))}
          {capped && ` · ${texts.capped}`}
        </p>
      )}
    </section>
  );
}
