import { expect, it } from "vitest";
import { paceOf } from "#core/channels/paces.ts";
import { publishOnAModel } from "./on-a-model.ts";
import { crowdedChannels } from "./verdict.ts";

it("publishes ten thousand that are due in one minute within a second of the start that each channel's pace gave", {
  timeout: 240_000,
}, async () => {
  const publications = await publishOnAModel(10_000, 500);
  expect(publications.filter(({ state, armings }) => state === "published" && armings === 1)).toHaveLength(10_000);
  const late = publications.map(({ publishedAt = 0, startAt, dueAt }) => publishedAt - (startAt ?? dueAt));
  expect(Math.min(...late)).toBeGreaterThan(0);
  expect(Math.max(...late)).toBeLessThan(1_000);
  expect(crowdedChannels(publications, paceOf("facebook") ?? { burst: 0, everyMs: 0 })).toEqual([]);
});

it("publishes ten thousand on as many channels within a second of the second asked for", {
  timeout: 240_000,
}, async () => {
  const publications = await publishOnAModel(10_000, 10_000);
  const late = publications.map(({ publishedAt = Number.POSITIVE_INFINITY, dueAt }) => publishedAt - dueAt);
  expect(Math.max(...late)).toBeLessThan(1_000);
});
