import { Link } from "wouter-preact";
import type { KpiReport } from "#core/insights/model.ts";
import { t } from "../../language.ts";
import { Section } from "../../ui/page.tsx";
import { dayName } from "../../wording.ts";
import { formatHeadline, kpiOfHeadline } from "./figures.ts";
import { MethodNote } from "./method-note.tsx";
import { roundedAs } from "./unusual-days.tsx";

const SHOWN = 6;

/** The newest unusual days of all figures, each with the way to its KPI. */
export function UnusualSummary({ report, search }: { readonly report: KpiReport; readonly search: string }) {
  const texts = t().advice;
  const { unusual, headline: names } = t().insights;
  const days = report.unusual.toReversed().slice(0, SHOWN);
  return (
    <Section title={texts.unusual}>
      {days.length === 0 ? (
        <p class="section-body aside">{texts.unusualNone}</p>
      ) : (
        <ul class="list">
          {days.map(({ day, headline, value, usual }) => (
            <li key={`${day} ${headline}`}>
              <Link href={`/insights/${kpiOfHeadline[headline]}${search}`} class="list-row row-link unusual-row">
                <span class="unusual-day">
                  <span class="unusual-mark" aria-hidden="true" /> {dayName(day)}
                </span>
                <span class="soft">{headline === "followersChange" ? unusual.followersChange : names[headline]}</span>
                <span class="push number">
                  {unusual.of(formatHeadline(headline, value), formatHeadline(headline, roundedAs(usual)))}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <MethodNote plain={unusual.plainMethod} title={unusual.methodTitle} method={unusual.method} />
    </Section>
  );
}
