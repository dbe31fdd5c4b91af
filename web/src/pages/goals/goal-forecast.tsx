import { formatDay } from "#core/i18n/format.ts";
import { forecastChart } from "#core/reports/charts/forecast-chart.ts";
import type { GoalDetail } from "../../api/contract.ts";
import { FittedDrawing } from "../../charts/drawing.tsx";
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
  return (
    <section class="section">
      <figure class="card chart-card">
        <figcaption>{title}</figcaption>
        {course.past.length > 1 && (
          <FittedDrawing
            draw={(width) =>
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
              })
            }
          />
        )}
      </figure>
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
      <details class="figures-table">
        <summary>{t().insights.table}</summary>
        <table>
          <caption class="hidden-visually">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t().insights.day}</th>
              <th scope="col" class="number">
                {t().insights.value}
              </th>
              <th scope="col" class="number">
                {texts.forecast.band}
              </th>
            </tr>
          </thead>
          <tbody>
            {course.ahead.toReversed().map(({ day, value, low, high }) => (
              <tr key={day}>
                <th scope="row">{dayName(day)}</th>
                <td class="number">{format(value)}</td>
                <td class="number">
                  {format(low)} – {format(high)}
                </td>
              </tr>
            ))}
            {course.past.toReversed().map(({ day, value }) => (
              <tr key={day}>
                <th scope="row">{dayName(day)}</th>
                <td class="number">
                  {value === null ? <span class="aside">— {t().insights.gap}</span> : format(value)}
                </td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
