import { type Durations, mergeDurations, noDurations } from "./durations.ts";
import { type ContentType, contentTypes } from "./model.ts";
import { addCounts, addParts, addRatios, isWaiting, noPart, noRatio, type Part, type Ratio } from "./part.ts";
import { addProfiles, isEmptyProfile, noProfile, type ProfileParts } from "./profile.ts";

/**
 * What the eight KPIs are made from, for an hour, a day or a longer period of a channel or the workspace. The KPIs are
 * always computed from these and never from each other, so that merging loses nothing.
 */
export interface KpiParts {
  readonly growth: GrowthParts;
  readonly interactions: Part;
  /** Interactions / reach. */
  readonly engagement: Ratio;
  readonly reach: Part;
  /** How many of the known reaches are views, because the platform gives no people. */
  readonly reachByViews: number;
  readonly types: Readonly<Record<ContentType, TypeParts>>;
  readonly leads: LeadParts;
  readonly response: ResponseParts;
  readonly negative: NegativeParts;
  /** Epoch ms, whole minutes. */
  readonly measuredAt: number | null;
  readonly profile: ProfileParts;
}

export interface GrowthParts {
  readonly start: Part;
  readonly end: Part;
  readonly change: Part;
  /** Followers at the start, of those whose change is known. */
  readonly base: number;
  /** Of several days: the product of their growth factors, so that a channel that joins later does not count as growth. */
  readonly chain?: number;
}
export interface TypeParts {
  readonly posts: number;
  readonly interactions: Part;
  readonly rate: Ratio;
}
export interface LeadParts {
  readonly count: number;
  readonly won: number;
  readonly bySource: Readonly<Record<string, number>>;
  /** Minor units by currency. */
  readonly value: Readonly<Record<string, number>>;
}
export interface ResponseParts {
  readonly received: number;
  readonly answered: number;
  readonly targeted: number;
  readonly within: number;
  readonly durations: Durations;
  /** Answers whose quality is known, and what they score together, each 0..100. */
  readonly scored: number;
  readonly points: number;
}
export interface NegativeParts {
  readonly messages: number;
  readonly lowReviews: number;
  readonly actions: Part;
  /** All negative feedback / reach; set when a channel's day is put together. */
  readonly rate: Ratio;
}

const noType: TypeParts = { posts: 0, interactions: noPart, rate: noRatio };

/** One value for each content type. */
export const eachType = <T>(make: (type: ContentType) => T): Record<ContentType, T> =>
  Object.fromEntries(contentTypes.map((type) => [type, make(type)])) as Record<ContentType, T>;

/** Nothing happened and nothing was measured. */
export const noParts: KpiParts = {
  growth: { start: noPart, end: noPart, change: noPart, base: 0 },
  interactions: noPart,
  engagement: noRatio,
  reach: noPart,
  reachByViews: 0,
  types: eachType(() => noType),
  leads: { count: 0, won: 0, bySource: {}, value: {} },
  response: { received: 0, answered: 0, targeted: 0, within: 0, durations: noDurations, scored: 0, points: 0 },
  negative: { messages: 0, lowReviews: 0, actions: noPart, rate: noRatio },
  measuredAt: null,
  profile: noProfile,
};

/** Parts of the same time put together: the hours and measurement of a channel's day, or the channels of a workspace. */
export function mergeScopes(all: readonly KpiParts[]): KpiParts {
  const measured = all.map(({ measuredAt }) => measuredAt).filter((at) => at !== null);
  return {
    ...addUp(all),
    growth: {
      start: addParts(all.map(({ growth }) => growth.start)),
      end: addParts(all.map(({ growth }) => growth.end)),
      change: addParts(all.map(({ growth }) => growth.change)),
      base: total(all, ({ growth }) => growth.base),
    },
    measuredAt: measured.length > 0 ? Math.min(...measured) : null,
    profile: addProfiles(all.map(({ profile }) => profile)),
  };
}

/**
 * Days of the same scope, in order, put together. Counts add up; the followers at the start are those of the first day on
 * which all were known, at the end of the last such day; the growth rates are chained; the profile and the time of measuring are the last known.
 */
export function mergeDays(days: readonly KpiParts[]): KpiParts {
  const lastFirst = days.toReversed();
  return {
    ...addUp(days),
    growth: {
      start: firstKnown(days.map(({ growth }) => growth.start)),
      end: firstKnown(lastFirst.map(({ growth }) => growth.end)),
      change: addParts(days.map(({ growth }) => growth.change)),
      base: total(days, ({ growth }) => growth.base),
      chain: chained(days.map(({ growth }) => growthFactor(growth))),
    },
    measuredAt: lastFirst.find(({ measuredAt }) => measuredAt !== null)?.measuredAt ?? null,
    profile: lastFirst.find(({ profile }) => !isEmptyProfile(profile))?.profile ?? noProfile,
  };
}

/** Followers at the end / at the start, of the same channels; 1 where nothing is known. */
export const growthFactor = ({ base, change, chain }: GrowthParts): number =>
  chain ?? (base > 0 ? (base + change.sum) / base : 1);

/** To the billionth, so that chaining days to weeks and weeks to years gives what chaining the days gives. */
const chained = (factors: readonly number[]): number =>
  Math.round(factors.reduce((product, factor) => product * factor, 1) * 1e9) / 1e9;

/** The first to which nothing is still to come, so that a channel that was not measured one day is no dip. */
const firstKnown = (parts: readonly Part[]): Part =>
  parts.find((part) => part.known > 0 && !isWaiting(part)) ?? parts.find(({ known }) => known > 0) ?? addParts(parts);

const total = (all: readonly KpiParts[], pick: (parts: KpiParts) => number): number =>
  all.reduce((sum, parts) => sum + pick(parts), 0);

function addUp(all: readonly KpiParts[]): Omit<KpiParts, "growth" | "measuredAt" | "profile"> {
  return {
    interactions: addParts(all.map(({ interactions }) => interactions)),
    engagement: addRatios(all.map(({ engagement }) => engagement)),
    reach: addParts(all.map(({ reach }) => reach)),
    reachByViews: total(all, ({ reachByViews }) => reachByViews),
    types: eachType((type) => ({
      posts: total(all, ({ types }) => types[type].posts),
      interactions: addParts(all.map(({ types }) => types[type].interactions)),
      rate: addRatios(all.map(({ types }) => types[type].rate)),
    })),
    leads: {
      count: total(all, ({ leads }) => leads.count),
      won: total(all, ({ leads }) => leads.won),
      bySource: addCounts(all.map(({ leads }) => leads.bySource)),
      value: addCounts(all.map(({ leads }) => leads.value)),
    },
    response: {
      received: total(all, ({ response }) => response.received),
      answered: total(all, ({ response }) => response.answered),
      targeted: total(all, ({ response }) => response.targeted),
      within: total(all, ({ response }) => response.within),
      durations: all.reduce((merged, { response }) => mergeDurations(merged, response.durations), noDurations),
      scored: total(all, ({ response }) => response.scored),
      points: total(all, ({ response }) => response.points),
    },
    negative: {
      messages: total(all, ({ negative }) => negative.messages),
      lowReviews: total(all, ({ negative }) => negative.lowReviews),
      actions: addParts(all.map(({ negative }) => negative.actions)),
      rate: addRatios(all.map(({ negative }) => negative.rate)),
    },
  };
}
