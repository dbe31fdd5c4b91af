import { countMeasurements } from "./count-measurements.ts";
import { type KpiParts, mergeScopes } from "./kpi-parts.ts";
import { contentTypes, isOfPlatform } from "./model.ts";
import type { Part, Ratio } from "./part.ts";
import type { Slice } from "./ports.ts";

/** The slice of a channel's day that holds what the platform measured, beside its hours. */
export const measuredSlice = "measured";
/** The slice of an hour: `00` to `24`. */
export const hourSlice = (hour: number): string => String(hour).padStart(2, "0");

/**
 * A channel's day from its slices. A day that was not measured says so, so that the workspace's figures are marked as
 * partial; what belongs to no channel is never measured and is not missed.
 */
export function channelDayOf(channelId: string, day: string, slices: ReadonlyMap<string, Slice>): KpiParts {
  const parts = [...slices.values()].map((slice) => slice.parts);
  if (isOfPlatform(channelId) && !slices.has(measuredSlice)) {
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
 * The workspace's day from its channels' days. Every channel that was connected by then takes part, so that one that was
 * not measured is missed; another takes part once it was measured or something was counted on it.
 */
export function workspaceDayOf(
  day: string,
  connected: readonly string[],
  rows: ReadonlyMap<string, KpiParts>,
): KpiParts {
  const expected = connected.map((id) => rows.get(id) ?? channelDayOf(id, day, new Map()));
  const others = [...rows].filter(([id, parts]) => !connected.includes(id) && takesPart(parts));
  return mergeScopes([...expected, ...others.map(([, parts]) => parts)]);
}

function takesPart({ measuredAt, types, leads, response, negative }: KpiParts): boolean {
  const posts = contentTypes.reduce((sum, type) => sum + types[type].posts, 0);
  const { received, scored } = response;
  return measuredAt !== null || posts + leads.count + received + scored + negative.messages + negative.lowReviews > 0;
}
