import { type ChannelMeasurement, type Figure, notAvailable } from "../channels/measurement.ts";
import { cityNames } from "./city-names.ts";
import { type AudienceProfile, type ProfileDimension, profileDimensions } from "./model.ts";

/** The audience of some channels, each counting by its followers; the six largest groups of each side. */
export function recountProfile(
  channels: readonly { audience: ChannelMeasurement["audience"]; followers: Figure }[],
  measured: boolean,
): AudienceProfile {
  const side = (dimension: ProfileDimension): AudienceProfile["country"] => {
    const people = new Map<string, number>();
    let all = 0;
    for (const { audience, followers } of channels) {
      const shares = Object.entries(audience[dimension] ?? {});
      if (shares.length === 0) continue;
      const weight = followers.available && followers.value > 1 ? followers.value : 1;
      all += weight;
      const cities = cityNames(dimension === "city" ? shares.map(([told]) => told) : []);
      for (const [told, share] of shares) {
        const name = cities.get(told) ?? told;
        people.set(name, (people.get(name) ?? 0) + weight * Math.round(share * 1e4));
      }
    }
    if (all === 0) return { available: false, reason: measured ? "not-given-by-platform" : "not-yet" };
    const groups = [...people].map(([name, sum]) => ({ name, points: Math.round(sum / all) }));
    groups.sort((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1));
    const largest = groups.slice(0, 6);
    return {
      available: true,
      groups: largest.map(({ name, points }) => ({ name, share: points / 1e4, change: notAvailable("not-yet") })),
    };
  };
  return Object.fromEntries(profileDimensions.map((dimension) => [dimension, side(dimension)])) as AudienceProfile;
}
