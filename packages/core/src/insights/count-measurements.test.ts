import { expect, it } from "vitest";
import { figure, notAvailable, type PublicationMeasurement } from "../channels/measurement.ts";
import { countMeasurements } from "./count-measurements.ts";
import { aMeasurement, aSample } from "./fixtures/world.ts";
import { kpisOf } from "./kpis.ts";

const sample = (day: string, measurement: PublicationMeasurement) => ({
  publicationId: "pub_1",
  day,
  measuredAt: 0,
  measurement,
});
const videoOn = (day: string, samples: ReturnType<typeof sample>[]) =>
  kpisOf(
    countMeasurements({
      day,
      measured: { day, measuredAt: 0, measurement: aMeasurement() },
      earlier: [],
      publications: [{ contentType: "video", samples }],
    }),
  ).engagementByType.video;

const first = sample("2026-11-20", aSample({ reactions: figure(10), comments: figure(2), reach: figure(100) }));
const second = sample("2026-11-22", aSample({ reactions: figure(14), comments: figure(5), reach: figure(120) }));

it("counts a publication's whole life on the first day it was asked for", () => {
  expect(videoOn("2026-11-20", [first])).toMatchObject({ interactions: figure(12), rate: figure(0.12) });
});

it("counts on later days what was won since the last time, over days that were missed", () => {
  expect(videoOn("2026-11-22", [second, first])).toMatchObject({ interactions: figure(7), rate: figure(7 / 20) });
});

it("counts nothing on a day on which it was not asked for", () => {
  expect(videoOn("2026-11-21", [first])).toMatchObject({
    interactions: notAvailable("no-cases"),
    rate: notAvailable("no-cases"),
  });
});

it("leaves a correction by the platform on the day it was seen, so that the days add up to the life", () => {
  const corrected = sample("2026-11-23", aSample({ reactions: figure(13), comments: figure(5), reach: figure(120) }));
  expect(videoOn("2026-11-23", [corrected, second])).toMatchObject({ interactions: figure(-1) });
});

it("gives no rate where the platform tells no reach", () => {
  const silent = sample("2026-11-22", aSample({ reach: notAvailable("too-few-people") }));
  expect(videoOn("2026-11-22", [silent])).toMatchObject({
    interactions: figure(12),
    rate: notAvailable("too-few-people"),
  });
});
