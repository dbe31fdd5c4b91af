import { type Figure, figure, notAvailable } from "../channels/measurement.ts";
import { type Headline, type HeadlineFigures, headlines, type Kpis } from "./model.ts";

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

function sumOfKnown(figures: readonly Figure[]): Figure {
  const known = figures.filter((one) => one.available);
  return known.length > 0
    ? figure(known.reduce((sum, one) => sum + one.value, 0))
    : (figures[0] ?? notAvailable("not-yet"));
}

/** One value for each headline. */
export function eachHeadline<T>(make: (name: Headline) => T): Record<Headline, T> {
  return Object.fromEntries(headlines.map((name) => [name, make(name)])) as Record<Headline, T>;
}
