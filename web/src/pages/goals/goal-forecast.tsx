import { formatDay } from "#core/i18n/format.ts";
import { forecastChart } from "#core/reports/charts/forecast-chart.ts";
import type { GoalDetail } from "../../api/contract.ts";
import { ChartCard } from "../../charts/chart-card.tsx";
import { FiguresTable, Gap } from "../../charts/figures-table.tsx";
import { language, t } from "../../language.ts";
import { dayName } from "../../wording.ts";
import { axisOf, formatHeadline, isLevel } from "../insights/figures.ts";
import { MethodNote } from "../insights/method-note.tsx";
import { forecastText, rounded, shareText } from "./forecast-words.ts";

/** The figure week by week, what it is expected to become, and how that was found. */
export function GoalForecast({ goal }: { readonly goal: GoalDetail }) {
  const { course, forecast, kpi } = goal;
  const texts = t().goals;
  const title = forecastText(goal);
  const format = (value: number) => formatHeadline(kpi, rounded(value));
  const name = (day: string) => formatDay(language.value, day);
  const draw = (width: number) =>
    forecastChart({
      width,
      height: 260,
      label: title,
      past: course.past.map(({ day, value }) => ({ name: name(day), value })),
      ahead: course.ahead.map(({ day, ...point }) => ({ name: name(day), ...point })),
      goal: { value: goal.target, name: t().insights.goalShort },
      format,
      unit: axisOf(kpi),
      fromZero: !isLevel(kpi),
    });
  return (
    <section class="section">
      <ChartCard title={title} draw={course.past.length > 1 ? draw : undefined} />
      {forecast.available && (
        <>
          <p class="goal-method">
            <strong>{texts.forecast.chanceOf(shareText(forecast.chance))}</strong>
          </p>
          <MethodNote
            plain={texts.forecast.basis(texts.forecast.restsOn(forecast.weeks))}
            title={texts.forecast.methodTitle}
            method={texts.forecast.method[forecast.method]}
          />
        </>
      )}
      {(goal.state === "on-course" || goal.state === "behind") && (
        <p class="small aside">{texts.forecast.judged[goal.judgedBy]}</p>
      )}
      <FiguresTable
        summary={t().insights.table}
        caption={title}
        rowName={t().insights.day}
        columns={[t().insights.value, texts.forecast.band]}
        rows={[
          ...course.ahead.toReversed().map(({ day, value, low, high }) => ({
            name: dayName(day),
            cells: [format(value), `${format(low)} – ${format(high)}`],
          })),
          ...course.past.toReversed().map(({ day, value }) => ({
            name: dayName(day),
            cells: [value === null ? <Gap why={t().insights.gap} /> : format(value)],
          })),
        ]}
      />
    </section>
  );
}
