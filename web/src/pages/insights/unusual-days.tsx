import type { Headline, KpiName, KpiReport, UnusualDay } from "#core/insights/model.ts";
import { t } from "../../language.ts";
import { dayName } from "../../wording.ts";
import { formatHeadline } from "./figures.ts";
import { MethodNote } from "./method-note.tsx";

const watched: Readonly<Partial<Record<KpiName, readonly Headline[]>>> = {
  audienceGrowth: ["followersChange"],
  engagement: ["engagementRate", "interactions"],
  reach: ["reach"],
  leads: ["leads"],
  response: ["medianFirstResponseMs"],
  negativeFeedback: ["negativeFeedback"],
};

/** The unusual days of a KPI, the newest first. */
export const unusualOf = (name: KpiName, report: KpiReport): readonly UnusualDay[] =>
  report.unusual.filter(({ headline }) => watched[name]?.includes(headline)).toReversed();

/** What was unusual, what would have been usual, and how that was found. */
export function UnusualDays({ days }: { readonly days: readonly UnusualDay[] }) {
  const { unusual, headline: names } = t().insights;
  if (days.length === 0) return null;
  return (
    <section class="section">
      <h2>{unusual.title}</h2>
      <ul class="card unusual-days">
        {days.map(({ day, headline, value, usual }) => (
          <li key={`${day} ${headline}`}>
            <span>
              <span class="unusual-mark" aria-hidden="true" /> {dayName(day)}
            </span>
            <span class="soft">{headline === "followersChange" ? unusual.followersChange : names[headline]}</span>
            <span class="number">
              {unusual.of(formatHeadline(headline, value), formatHeadline(headline, roundedAs(usual)))}
            </span>
          </li>
        ))}
      </ul>
      <MethodNote plain={unusual.plainMethod} title={unusual.methodTitle} method={unusual.method} />
    </section>
  );
}

/** Whole units for what is counted; rates as they are. */
export const roundedAs = (usual: number): number => (Math.abs(usual) >= 1 ? Math.round(usual) : usual);
