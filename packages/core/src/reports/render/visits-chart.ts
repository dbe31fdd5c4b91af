import { formatDay, formatNumber } from "../../i18n/format.ts";
import type { VisitReport } from "../../visits/index.ts";
import { lineChart } from "../charts/index.ts";
import type { ReportChart } from "./document.ts";
import type { Saying } from "./wording.ts";

/** Visits over time; `null` where fewer than two days are known. */
export function visitsChart(
  { language, texts }: Omit<Saying, "content">,
  { series, total }: VisitReport,
): ReportChart | null {
  const short = { day: "numeric", month: "short" } as const;
  const points = series.map(({ to, sessions }) => ({ name: formatDay(language, to, short), value: sessions }));
  if (points.filter(({ value }) => value !== null).length < 2 || !total) return null;
  const format = (value: number) => formatNumber(language, value);
  const label = texts.visits.chart(format(total.sessions));
  return {
    id: "visits",
    label,
    draw: (place) =>
      lineChart({
        ...place,
        height: Math.round(place.width * 0.26 + place.textSize * 5),
        ...{ label, points, format, fromZero: true },
      }),
  };
}
