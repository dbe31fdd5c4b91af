import { countMeasurements } from "./count-measurements.ts";
import { type KpiParts, mergeScopes } from "./kpi-parts.ts";
import { contentTypes, noChannel } from "./model.ts";
import type { Part, Ratio } from "./part.ts";

/** The slice of a channel's day that holds what the platform measured, beside its hours. */
export const measuredSlice = "measured";
/** The slice of an hour: `00` to `24`. */
export const hourSlice = (hour: number): string => String(hour).padStart(2, "0");

/**
 * A channel's day from its slices. A day that was not measured says so, so that the workspace's figures are marked as
 * partial; what belongs to no channel is never measured and is not missed.
 */
export function channelDayOf(channelId: string, day: string, slices: ReadonlyMap<string, KpiParts>): KpiParts {
  const parts = [...slices.values()];
  if (channelId !== noChannel && !slices.has(measuredSlice)) {
    parts.push(countMeasurements({ day, measured: null, earlier: [], publications: [] }));
  }
  const merged = mergeScopes(parts);
  return { ...merged, negative: { ...merged.negative, rate: negativeRate(merged) } };
}

/** All negative feedback per reach; platform actions take part as far as they are given. */
function negativeRate({ negative, reach }: KpiParts): Ratio {
  const sum = negative.messages + negative.lowReviews + negative.actions.sum;
  return reach.known > 0 ? { sum, of: reach.sum, known: 1, absent: {} } : { ...withoutSum(reach), of: 0 };
}

const withoutSum = ({ known, absent }: Part): Part => ({ sum: 0, known, absent });

/**
 * The workspace's day from its channels' days. A channel takes part once it was measured or something was counted on it:
 * one that was only looked at leaves the figures whole.
 */
export const workspaceDayOf = (channels: readonly KpiParts[]): KpiParts => mergeScopes(channels.filter(takesPart));

function takesPart({ measuredAt, types, leads, response, negative }: KpiParts): boolean {
  const posts = contentTypes.reduce((sum, type) => sum + types[type].posts, 0);
  return measuredAt !== null || posts + leads.count + response.received + negative.messages + negative.lowReviews > 0;
}
