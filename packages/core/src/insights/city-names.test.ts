import { expect, it } from "vitest";
import { type ChannelMeasurement, type Figure, figure } from "../channels/measurement.ts";
import { cityNames } from "./city-names.ts";
import { addProfiles, profileFigures, profileOf } from "./profile.ts";
import { recountProfile } from "./recount-profile.ts";

it("one city under two platforms' names is one group, in the rollup and in the recount", () => {
  const channels: { audience: ChannelMeasurement["audience"]; followers: Figure }[] = [
    { audience: { city: { "Kyiv, Ukraine": 0.7, "Lviv, Ukraine": 0.3 } }, followers: figure(300) },
    { audience: { city: { "Kyiv, Kyiv": 0.5, "Odesa, Odesa Oblast": 0.5 } }, followers: figure(100) },
  ];
  const merged = addProfiles(channels.map(({ audience, followers }) => profileOf(audience, followers)));
  const { city } = profileFigures(merged, undefined, "not-yet");
  expect(city.available && city.groups.map(({ name, share }) => [name, share])).toEqual([
    ["Kyiv", 0.65],
    ["Lviv", 0.225],
    ["Odesa", 0.125],
  ]);
  expect(recountProfile(channels, true).city).toEqual(city);
});

it("two cities of one name keep what tells them apart", () => {
  expect([...cityNames(["Paris, France", "Paris, Texas", "Lyon, France"]).values()]).toEqual([
    "Paris, France",
    "Paris, Texas",
    "Lyon",
  ]);
});
