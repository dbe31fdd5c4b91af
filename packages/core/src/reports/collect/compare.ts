import { Temporal } from "temporal-polyfill";
import { type Figure, figure, notAvailable } from "../../channels/measurement.ts";
import { daysIn, type Headline, headlines, headlinesOf, type KpiReport } from "../../insights/index.ts";
import { addDays } from "../../kernel/time.ts";
import type { FigureChange, ReportFigures } from "../content.ts";
import type { Period, ReportKind } from "../model.ts";

/**
 * What a period is compared with: a day with the same weekday a week ago (a Monday is no Sunday), a whole month with the
 * month before it, whatever their lengths, anything else with as many days just before it.
 */
export function comparedWith(kind: ReportKind, { from, to }: Period): Period {
  const length = daysIn(from, to);
  if (kind === "daily" && length <= 7) return { from: addDays(from, -7), to: addDays(to, -7) };
  const first = Temporal.PlainDate.from(from);
  if (kind === "monthly" && first.day === 1 && length === first.daysInMonth) {
    const before = first.subtract({ months: 1 });
    return { from: before.toString(), to: before.with({ day: before.daysInMonth }).toString() };
  }
  return { from: addDays(from, -length), to: addDays(from, -1) };
}

/** The headlines that grow with the length of a period. */
const sums: ReadonlySet<Headline> = new Set(["followersChange", "interactions", "reach", "leads", "negativeFeedback"]);

/** How the headlines changed; sums of a period of another length are first brought to the length of this one. Pure. */
export function changesOf(report: KpiReport): Pick<ReportFigures, "change" | "perDay"> {
  const stretch = stretchOf(report);
  if (stretch === 1) return { change: report.change, perDay: false };
  const [now, before] = [headlinesOf(report.kpis), headlinesOf(report.before.kpis)];
  const change = headlines.map((headline) => {
    const summed = report.change[headline];
    const isComparable = sums.has(headline) && summed.difference.available;
    return [headline, isComparable ? changeOf(now[headline], before[headline], stretch) : summed] as const;
  });
  return { change: Object.fromEntries(change) as Record<Headline, FigureChange>, perDay: true };
}

/** How many times as long a period is as the one it is compared with. */
export const stretchOf = ({ from, to, before }: KpiReport): number => daysIn(from, to) / daysIn(before.from, before.to);

/** A figure against the one before it, which is brought to the length of the period. */
export function changeOf(now: Figure, before: Figure, stretch: number): FigureChange {
  if (!now.available) return { difference: now, relative: now };
  if (!before.available) return { difference: before, relative: before };
  const expected = before.value * stretch;
  const difference = now.value - expected;
  return {
    difference: figure(difference),
    relative: expected === 0 ? notAvailable("no-cases") : figure(difference / Math.abs(expected)),
  };
}
