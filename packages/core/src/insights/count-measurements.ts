import {
  type ChannelMeasurement,
  type Figure,
  figure,
  notAvailable,
  type PublicationMeasurement,
} from "../channels/measurement.ts";
import { eachType, type KpiParts, noParts } from "./kpi-parts.ts";
import type { ContentType } from "./model.ts";
import { addParts, addRatios, noPart, partOf, ratioOf } from "./part.ts";
import type { PublicationSample, StoredMeasurement } from "./ports.ts";
import { profileOf } from "./profile.ts";

/** How many earlier days are looked through for the last known followers and audience. */
export const lookBackDays = 31;
/** How long a publication is measured after it was published: 28 days. */
export const publicationLifeMs = 28 * 24 * 3_600_000;

const minuteMs = 60_000;
const interactionNames = ["reactions", "comments", "shares", "saves", "clicks"] as const;

/** The samples of one publication that a day's figures are made of. */
export interface SampledPublication {
  readonly contentType: ContentType;
  /** The last two on or before the day, the newest first. */
  readonly samples: readonly PublicationSample[];
}

/** What was measured of a channel's day. */
export interface MeasuredDay {
  readonly day: string;
  readonly measured: StoredMeasurement | null;
  /** Earlier days, the nearest first. */
  readonly earlier: readonly StoredMeasurement[];
  readonly publications: readonly SampledPublication[];
}

/**
 * The parts of the KPIs that come from what a platform reports, for one channel's day. Pure.
 *
 * Followers at the day's start are those last known before it, so that a day that could not be measured leaves no hole
 * in the growth. Interactions by type are the difference between a publication's lifetime figures when they were last
 * asked for on this day and when they were last asked for on an earlier one: the days add up to the lifetime figure, and
 * a correction by the platform counts on the day it was seen.
 */
export function countMeasurements({ day, measured, earlier, publications }: MeasuredDay): KpiParts {
  const times = [
    ...(measured ? [measured.measuredAt] : []),
    ...publications.flatMap(({ samples }) => samples.filter((one) => one.day === day).map((one) => one.measuredAt)),
  ];
  return {
    ...noParts,
    ...(measured ? channelParts(measured.measurement, earlier) : unmeasuredParts),
    types: eachType((type) =>
      typeParts(
        day,
        publications.filter(({ contentType }) => contentType === type),
      ),
    ),
    measuredAt: times.length === 0 ? null : Math.floor(Math.max(...times) / minuteMs) * minuteMs,
  };
}

const notYet = notAvailable("not-yet");

/** A measurement in which every figure is missing for the same reason. */
export function unknownMeasurement(missing: Figure): ChannelMeasurement {
  return {
    followers: missing,
    followersGained: missing,
    followersLost: missing,
    reach: missing,
    views: missing,
    interactions: missing,
    negativeActions: missing,
    audience: {},
  };
}

const unmeasuredParts = channelParts(unknownMeasurement(notYet), []);

function channelParts(given: ChannelMeasurement, earlier: readonly StoredMeasurement[]) {
  const start = earlier.find(({ measurement }) => measurement.followers.available)?.measurement.followers ?? notYet;
  const end = given.followers;
  const change = !end.available ? end : start.available ? figure(end.value - start.value) : start;
  const reach = reachOf(given);
  const audience = [given, ...earlier.map(({ measurement }) => measurement)].find(hasAudience)?.audience ?? {};
  return {
    growth: {
      start: partOf(start),
      end: partOf(end),
      change: partOf(change),
      base: change.available && start.available ? start.value : 0,
    },
    interactions: partOf(given.interactions),
    engagement: ratioOf(given.interactions, reach.figure),
    reach: partOf(reach.figure),
    reachByViews: reach.byViews ? 1 : 0,
    negative: { ...noParts.negative, actions: partOf(negativeActionsOf(given)) },
    profile: profileOf(audience, end.available ? end : start),
  };
}

/** Whether a measurement tells anything of the audience. */
export function hasAudience({ audience }: ChannelMeasurement): boolean {
  return Object.values(audience).some((shares) => shares && Object.keys(shares).length > 0);
}

/** Hides, reports and the like together with the followers lost, as far as each is given. */
function negativeActionsOf({ negativeActions, followersLost }: ChannelMeasurement): Figure {
  const both = [negativeActions, followersLost];
  const known = both.filter((one) => one.available);
  if (known.length > 0) return figure(known.reduce((sum, one) => sum + one.value, 0));
  return both.find((one) => !one.available && one.reason !== "not-given-by-platform") ?? negativeActions;
}

/** People reached, or views where the platform does not give people. */
function reachOf({ reach, views }: { reach: Figure; views: Figure }): { figure: Figure; byViews: boolean } {
  return !reach.available && views.available ? { figure: views, byViews: true } : { figure: reach, byViews: false };
}

function typeParts(day: string, publications: readonly SampledPublication[]) {
  const deltas = publications.flatMap(({ samples: [last, earlier] }) =>
    last?.day === day ? [deltaOf(last.measurement, earlier?.measurement)] : [],
  );
  return {
    posts: 0,
    interactions: addParts([noPart, ...deltas.map(({ interactions }) => partOf(interactions))]),
    rate: addRatios(deltas.map(({ interactions, reach }) => ratioOf(interactions, reach))),
  };
}

/** What a publication has had over its life: interactions, and people reached (views where people are not given). */
export const lifetimeOf = (sample: PublicationMeasurement): { interactions: Figure; reach: Figure } =>
  deltaOf(sample, undefined);

/** What a publication won between two samples of its lifetime figures. */
function deltaOf(
  now: PublicationMeasurement,
  before: PublicationMeasurement | undefined,
): { interactions: Figure; reach: Figure } {
  const gains = interactionNames.map((name) => gain(now[name], before?.[name]));
  const known = gains.filter((one) => one.available);
  const interactions = known.length > 0 ? figure(known.reduce((sum, one) => sum + one.value, 0)) : (gains[0] ?? notYet);
  const reach = gain(now.reach, before?.reach);
  const views = gain(now.views, before?.views);
  return { interactions, reach: !reach.available && views.available ? views : reach };
}

function gain(now: Figure, before: Figure | undefined): Figure {
  if (!now.available || before === undefined) return now;
  return before.available ? figure(now.value - before.value) : notYet;
}
