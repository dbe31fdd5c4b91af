import { Link } from "wouter-preact";
import { formatNumber } from "#core/i18n/format.ts";
import { sparkline } from "#core/reports/charts/sparkline.ts";
import type { TodayView } from "../../api/contract.ts";
import { FittedDrawing } from "../../charts/drawing.tsx";
import { language, t } from "../../language.ts";
import { Section } from "../../ui/page.tsx";
import { signedPercent } from "../insights/figures.ts";

/** How many follow, and how that went in a week. */
export function AudiencePanel({ audience }: { readonly audience: TodayView["audience"] }) {
  const texts = t().today;
  const { followers, changePercent, series } = audience;
  return (
    <Section title={texts.audience} action={<Link href="/insights">{texts.seeInsights}</Link>}>
      {followers === null ? (
        <p class="today-figure-missing">
          <span class="figure">—</span>
          <span class="aside">{texts.noAudience}</span>
        </p>
      ) : (
        <>
          <p class="today-figure">
            <span class="figure">{formatNumber(language.value, followers)}</span> {texts.followers}
            {changePercent !== null && (
              <span class={`today-change ${changePercent < 0 ? "tone-poppy" : changePercent > 0 ? "tone-leaf" : ""}`}>
                {signedPercent(changePercent / 100)}
              </span>
            )}
          </p>
          <FittedDrawing
            draw={(width) =>
              sparkline({ width, height: 48, label: texts.audience, values: series.map(({ value }) => value) })
            }
          />
        </>
      )}
    </Section>
  );
}
