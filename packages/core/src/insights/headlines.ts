import { type Figure, figure, notAvailable } from "../channels/measurement.ts";
import { type Headline, type HeadlineFigures, headlines, type KpiReport, type Kpis } from "./model.ts";

/** The headline figures of some KPIs. */
export function headlinesOf(kpis: Kpis): HeadlineFigures {
  const { audienceGrowth, engagement, reach, leads, response, negativeFeedback } = kpis;
  return {
    followers: audienceGrowth.followersEnd,
    followersChange: audienceGrowth.change,
    interactions: engagement.interactions,
    engagementRate: engagement.rate,
    reach: reach.people,
    leads: leads.new,
    conversionToWon: leads.conversionToWon,
    shareAnswered: response.shareAnswered,
    medianFirstResponseMs: response.medianFirstResponseMs,
    shareWithinTarget: response.shareWithinTarget,
    qualityScore: response.qualityScore,
    negativeFeedback: sumOfKnown([
      negativeFeedback.negativeMessages,
      negativeFeedback.lowReviews,
      negativeFeedback.negativeActions,
    ]),
    negativePer1000: negativeFeedback.per1000Reached,
  };
}

/** The headlines of a time of which nothing is known. */
export const unknownHeadlines: HeadlineFigures = eachHeadline(() => notAvailable("not-yet"));

/** How headlines changed, each against the same one before; `null` when there was nothing before. */
export function changeOf(now: HeadlineFigures, before: HeadlineFigures | null): KpiReport["change"] {
  return eachHeadline((name) => {
    const then = before?.[name] ?? notAvailable("not-yet");
    return { difference: difference(now[name], then), relative: relative(now[name], then) };
  });
}

function difference(now: Figure, before: Figure): Figure {
  if (!now.available) return now;
  return before.available ? figure(now.value - before.value) : before;
}

function relative(now: Figure, before: Figure): Figure {
  const change = difference(now, before);
  if (!change.available || !before.available) return change;
  return before.value === 0 ? notAvailable("no-cases") : figure(change.value / Math.abs(before.value));
}

function sumOfKnown(figures: readonly Figure[]): Figure {
  const known = figures.filter((one) => one.available);
  return known.length > 0
    ? figure(known.reduce((sum, one) => sum + one.value, 0))
    : (figures[0] ?? notAvailable("not-yet"));
}

function eachHeadline<T>(make: (name: Headline) => T): Record<Headline, T> {
  return Object.fromEntries(headlines.map((name) => [name, make(name)])) as Record<Headline, T>;
}
