import { formatNumber } from "#core/i18n/format.ts";
import type { ReviewFigures } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { spanOf } from "../../wording.ts";
import { shareOf } from "./share.ts";

/** The four figures of reputation; what nobody said is a dash with its reason, never 0. */
export function FigureTiles({ total }: { readonly total: ReviewFigures["total"] }) {
  const texts = t().reviews;
  const { mean, rated, recommending, notRecommending, answered, count, medianAnswerMs, p90AnswerMs } = total;
  const verdicts = recommending + notRecommending;
  const number = (value: number) => formatNumber(language.value, value);
  return (
    <dl class="review-tiles">
      <Tile
        name={texts.figures.mean}
        figure={mean === null ? undefined : formatNumber(language.value, mean, 2)}
        about={texts.ratings(rated)}
      />
      <Tile
        name={texts.figures.recommends}
        figure={verdicts === 0 ? undefined : shareOf(recommending, verdicts)}
        about={texts.ofVerdicts(number(recommending), number(verdicts))}
      />
      <Tile
        name={texts.figures.answered}
        figure={count === 0 ? undefined : shareOf(answered, count)}
        about={texts.ofReviews(number(answered), count)}
      />
      <Tile
        name={texts.figures.time}
        figure={medianAnswerMs === null ? undefined : spanOf(medianAnswerMs)}
        about={texts.halfWithin(spanOf(p90AnswerMs ?? 0))}
        missing={answered > 0 ? texts.daysOnly : undefined}
      />
    </dl>
  );
}

interface TileProps {
  readonly name: string;
  readonly figure: string | undefined;
  readonly about: string;
  /** Why there is no figure, where that is not for want of cases. */
  readonly missing?: string | undefined;
}

function Tile({ name, figure, about, missing = t().reviews.notAvailable }: TileProps) {
  return (
    <div class="review-tile">
      <dt>{name}</dt>
      <dd>
        <span class="figure">{figure ?? "—"}</span>
        <span class="aside small">{figure === undefined ? missing : about}</span>
      </dd>
    </div>
  );
}
