import type { Figure } from "#core/channels/measurement.ts";
import { formatChange, formatPercent } from "#core/i18n/format.ts";
import { type KpiReport, profileDimensions } from "#core/insights/model.ts";
import { barChart } from "#core/reports/charts/bar-chart.ts";
import { FittedDrawing } from "../../charts/drawing.tsx";
import { language, t } from "../../language.ts";
import { groupName } from "./group-name.ts";

/** Who the audience is, side by side; what a platform does not tell says so. */
export function Profile({ report }: { readonly report: KpiReport }) {
  const texts = t().insights;
  return (
    <div class="profile">
      {profileDimensions.map((dimension) => {
        const side = report.kpis.audienceProfile[dimension];
        const title = texts.audienceOf[dimension];
        return (
          <section key={dimension} class="card">
            <h2>{title}</h2>
            {side.available ? (
              <FittedDrawing
                draw={(width) =>
                  barChart({
                    width,
                    label: `${title}: ${side.groups.map(({ name, share }) => `${groupName(dimension, name)} ${percent(share)}`).join(", ")}`,
                    rows: side.groups.map(({ name, share, change }) => ({
                      name: groupName(dimension, name),
                      value: share,
                      note: changeOf(change),
                    })),
                    format: percent,
                    missing: "—",
                  })
                }
              />
            ) : (
              <p class="aside">— {texts.reason[side.reason]}</p>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** How a group's share changed since the period before, in points; nothing where it did not or nobody knows. */
function changeOf(change: Figure): string {
  const isSome = change.available && Math.abs(change.value) >= 0.0005;
  return isSome ? t().insights.points(formatChange(language.value, change.value * 100, 1)) : "";
}

const percent = (share: number): string => formatPercent(language.value, share);
