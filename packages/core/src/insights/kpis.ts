import { type Figure, figure, notAvailable } from "../channels/measurement.ts";
import { quantileMs } from "./durations.ts";
import { eachType, growthFactor, type KpiParts, type TypeParts } from "./kpi-parts.ts";
import type { Kpis, Response, TypeEngagement } from "./model.ts";
import { figureOfPart, figureOfRatio, isPartial, share } from "./part.ts";
import { type ProfileParts, profileFigures } from "./profile.ts";

/** The eight KPIs that some parts make; the audience profile with its change against an earlier one. */
export function kpisOf(parts: KpiParts, profileBefore?: ProfileParts): Kpis {
  const { growth, interactions, engagement, reach, leads, negative } = parts;
  return {
    audienceGrowth: {
      followersStart: figureOfPart(growth.start, "not-yet"),
      followersEnd: figureOfPart(growth.end, "not-yet"),
      change: figureOfPart(growth.change, "not-yet"),
      rate: growthRate(parts),
      partial: isPartial(growth.start, growth.end, growth.change),
    },
    audienceProfile: profileFigures(
      parts.profile,
      profileBefore,
      parts.measuredAt === null ? "not-yet" : "not-given-by-platform",
    ),
    engagement: {
      interactions: figureOfPart(interactions, "not-yet"),
      rate: figureOfRatio(engagement, "not-yet"),
      partial: isPartial(interactions, engagement),
    },
    reach: {
      people: figureOfPart(reach, "not-yet"),
      basis: parts.reachByViews === 0 ? "people" : parts.reachByViews === reach.known ? "views" : "mixed",
      partial: isPartial(reach),
    },
    engagementByType: eachType((type) => typeEngagement(parts.types[type])),
    leads: {
      new: figure(leads.count),
      bySource: { ...leads.bySource },
      conversionToWon: share(leads.won, leads.count),
      wonValue: Object.entries(leads.value).map(([currency, minorUnits]) => ({ minorUnits, currency })),
    },
    response: response(parts),
    negativeFeedback: {
      negativeMessages: figure(negative.messages),
      lowReviews: figure(negative.lowReviews),
      negativeActions: figureOfPart(negative.actions, "not-yet"),
      per1000Reached: figureOfRatio(negative.rate, "not-yet", 1000),
      partial: isPartial(negative.actions, negative.rate),
    },
  };
}

/** Chained growth, rounded to a millionth so that it does not depend on the order of multiplication. */
function growthRate({ growth }: KpiParts): Figure {
  const change = figureOfPart(growth.change, "not-yet");
  if (!change.available) return change;
  if (growth.base === 0) return notAvailable("no-cases");
  return figure(Math.round((growthFactor(growth) - 1) * 1_000_000) / 1_000_000);
}

const typeEngagement = ({ posts, interactions, rate }: TypeParts): TypeEngagement => ({
  posts: figure(posts),
  interactions: figureOfPart(interactions, "no-cases"),
  rate: figureOfRatio(rate, "no-cases"),
  partial: isPartial(interactions, rate),
});

function response({ response: parts }: KpiParts): Response {
  const { received, answered, targeted, within, durations, scored, points } = parts;
  const quantile = (q: number): Figure => {
    const ms = quantileMs(durations, q);
    return ms === null ? notAvailable("no-cases") : figure(ms);
  };
  return {
    received: figure(received),
    answered: figure(answered),
    shareAnswered: share(answered, received),
    medianFirstResponseMs: quantile(0.5),
    p90FirstResponseMs: quantile(0.9),
    shareWithinTarget: share(within, targeted),
    qualityScore: share(points, scored * 100),
  };
}
