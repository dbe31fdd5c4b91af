import { formatDay, formatNumber } from "#core/i18n/format.ts";
import { lineChart } from "#core/reports/charts/line-chart.ts";
import type { ReviewFigures } from "../../api/contract.ts";
import { readReviewFigures } from "../../api/reviews.ts";
import { ChartCard, isNamed } from "../../charts/chart-card.tsx";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Segments } from "../../ui/segments.tsx";
import { Shown, SkeletonRows } from "../../ui/states.tsx";
import { FigureTiles } from "./figure-tiles.tsx";
import { TrendTable } from "./trend-table.tsx";

interface TrendProps {
  readonly by: "week" | "month";
  readonly channelId: string | undefined;
  readonly onBy: (by: "week" | "month") => void;
}

const units = ["week", "month"] as const;

/** The figures of the last weeks or months, and how the stars went. */
export function Trend({ by, channelId, onBy }: TrendProps) {
  const figures = useResource(`reviews:figures:${by}:${channelId ?? ""}`, () =>
    readReviewFigures({ by, ...(channelId && { channelId }) }),
  );
  const texts = t().reviews;
  return (
    <section class="review-trend" aria-label={texts.figures.mean}>
      <Segments
        label={texts.byLabel}
        options={units.map((value) => ({ value, text: texts.by[value] }))}
        value={by}
        onChange={onBy}
      />
      <Shown of={figures} skeleton={<SkeletonRows rows={3} height={64} />}>
        {(data) => (
          <>
            <FigureTiles total={data.total} />
            <Chart by={by} figures={data} />
          </>
        )}
      </Shown>
    </section>
  );
}

function Chart({
  by,
  figures: { periods, total },
}: {
  readonly by: "week" | "month";
  readonly figures: ReviewFigures;
}) {
  const texts = t().reviews;
  if (total.mean === null) return <p class="aside">{texts.noStars}</p>;
  const mean = formatNumber(language.value, total.mean, 2);
  const title = (by === "week" ? texts.findingWeek : texts.findingMonth)(mean, texts.ratings(total.rated));
  const pointsAt = (width: number) =>
    periods.map(({ from, mean: value }, index) => ({
      name: isNamed(index, periods.length, width) ? formatDay(language.value, from) : "",
      value,
    }));
  return (
    <>
      <ChartCard
        title={title}
        draw={(width) =>
          lineChart({
            ...{ width, height: 200, label: title, points: pointsAt(width), fromZero: false, bounds: [1, 5] },
            format: (value) => formatNumber(language.value, value, 1),
          })
        }
      >
        <p class="aside small">{texts.trendHint}</p>
      </ChartCard>
      <TrendTable title={title} periods={periods} />
    </>
  );
}
