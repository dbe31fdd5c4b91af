import { type ChannelMeasurement, type Figure, figure, notAvailable } from "../channels/measurement.ts";
import { cityNames } from "./city-names.ts";
import { type AudienceProfile, type ProfileDimension, type ProfileShares, profileDimensions } from "./model.ts";
import { type AbsenceReason, addCounts } from "./part.ts";

/**
 * The audience by groups, weighted so that channels merge exactly: for each side the followers of the channels that
 * describe it, and for each group followers x ten-thousandths. All whole numbers.
 */
export type ProfileParts = Readonly<Record<ProfileDimension, DimensionParts>>;
export interface DimensionParts {
  readonly weight: number;
  readonly groups: Readonly<Record<string, number>>;
}

/** How many groups of a side are shown and kept for reading. */
export const shownGroups = 6;

const eachDimension = (make: (dimension: ProfileDimension) => DimensionParts): ProfileParts =>
  Object.fromEntries(profileDimensions.map((dimension) => [dimension, make(dimension)])) as Record<
    ProfileDimension,
    DimensionParts
  >;

export const noProfile: ProfileParts = eachDimension(() => ({ weight: 0, groups: {} }));

/** Whether nothing at all is told of the audience. */
export const isEmptyProfile = (profile: ProfileParts): boolean =>
  profileDimensions.every((dimension) => profile[dimension].weight === 0);

/** A channel's audience; it weighs as much as it has followers, or 1 where these are not known. */
export function profileOf(audience: ChannelMeasurement["audience"], followers: Figure): ProfileParts {
  const weight = followers.available ? Math.max(1, followers.value) : 1;
  return eachDimension((dimension) => {
    const shares = Object.entries(audience[dimension] ?? {});
    if (shares.length === 0) return noProfile[dimension];
    const names = dimension === "city" ? cityNames(shares.map(([name]) => name)) : new Map<string, string>();
    const groups = shares.map(([name, share]) => ({ [names.get(name) ?? name]: weight * Math.round(share * 10_000) }));
    return { weight, groups: addCounts(groups) };
  });
}

/** The audience of several channels together. */
export const addProfiles = (profiles: readonly ProfileParts[]): ProfileParts =>
  eachDimension((dimension) => ({
    weight: profiles.reduce((sum, profile) => sum + profile[dimension].weight, 0),
    groups: addCounts(profiles.map((profile) => profile[dimension].groups)),
  }));

/** The largest groups with their shares in whole ten-thousandths, largest first; what dashboards read. */
export const largestGroups = (profile: ProfileParts): ProfileParts =>
  eachDimension((dimension) => {
    const { weight, groups } = profile[dimension];
    if (weight === 0) return noProfile[dimension];
    const rounded = Object.entries(groups).map(([name, sum]) => [name, Math.round(sum / weight)] as const);
    const ordered = rounded.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return { weight: 1, groups: Object.fromEntries(ordered.slice(0, shownGroups)) };
  });

/**
 * The shares as figures, with the change against an earlier profile where a group is in both; `otherwise` is the reason
 * where there are none.
 */
export function profileFigures(
  profile: ProfileParts,
  before: ProfileParts | undefined,
  otherwise: AbsenceReason,
): AudienceProfile {
  const now = largestGroups(profile);
  const then = before && largestGroups(before);
  const shares = (dimension: ProfileDimension): ProfileShares => {
    if (now[dimension].weight === 0) return { available: false, reason: otherwise };
    const ordered = Object.entries(now[dimension].groups).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return {
      available: true,
      groups: ordered.map(([name, points]) => ({
        name,
        share: points / 10_000,
        change: changeOf(points, then?.[dimension].groups[name]),
      })),
    };
  };
  return Object.fromEntries(profileDimensions.map((dimension) => [dimension, shares(dimension)])) as AudienceProfile;
}

const changeOf = (points: number, before: number | undefined): Figure =>
  before === undefined ? notAvailable("not-yet") : figure((points - before) / 10_000);
