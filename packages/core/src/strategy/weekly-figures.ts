import { addDays } from "../kernel/time.ts";
import type { GoalDays } from "./goal-days.ts";
import type { GoalKpi } from "./model.ts";

/**
 * How a figure of 28 days is made of its days: `level` is that of the last day, `sum` adds the days up, `rate` is a share
 * or median of all that happened; `maturing` goes on changing long after its days, so its newest weeks tell too little.
 */
export type FigureKind = "level" | "sum" | "rate" | "maturing";

export const figureKinds: Readonly<Record<GoalKpi, FigureKind>> = {
  followers: "level",
  followersChange: "sum",
  interactions: "sum",
  engagementRate: "rate",
  reach: "sum",
  leads: "sum",
  conversionToWon: "maturing",
  shareAnswered: "rate",
  medianFirstResponseMs: "rate",
  shareWithinTarget: "rate",
  qualityScore: "rate",
  negativeFeedback: "sum",
  negativePer1000: "rate",
  siteVisits: "sum",
};

/** The most weeks from which a forecast is made: four months: what was before says little of now. */
export const mostWeeks = 16;
/** A sum of a week counts when so many of its days are known; the others are taken to be like them. */
const fewestDays = 5;

/**
 * A figure week by week, the oldest first, the last week ending on `lastDay`; `null` where it isn't known. Of a `level`
 * it is the change within the week, so that a channel connected later is no growth. Weeks before the first row are left
 * out, and of the others the days that a channel has not told yet or on which people are still being answered.
 */
export function weeklyFigures(days: GoalDays, kpi: GoalKpi, lastDay: string): (number | null)[] {
  const first = days.first ?? addDays(lastDay, 1);
  const ends = Array.from({ length: mostWeeks }, (_, back) => addDays(lastDay, -7 * (mostWeeks - 1 - back)));
  const weeks = ends.filter((end) => addDays(end, -6) >= first);
  const kind = figureKinds[kpi];
  const read = Array.from({ length: mostWeeks * 7 + 1 }, (_, back) => addDays(lastDay, back - mostWeeks * 7));
  const told = days.told(read);
  const today = addDays(lastDay, 1);
  const isKnown = (day: string) => told.has(day) && (kind === "maturing" || !days.isRipening(day, today));
  return weeks.map((end) => {
    const known = Array.from({ length: 7 }, (_, back) => addDays(end, -back)).filter(isKnown);
    const figure = days.on(known);
    if (!figure.available) return null;
    if (kind === "rate") return figure.value;
    return known.length < fewestDays ? null : (figure.value * 7) / known.length;
  });
}
