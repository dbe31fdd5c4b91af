import { afterAll, beforeAll, expect, it } from "vitest";
import { figure } from "#core/channels/measurement.ts";
import { aMeasurement, aMessage, aPublication, aSample, aWorld, workspaceId } from "#core/insights/fixtures/world.ts";
import { handleRollupMessage, noParts, readKpiDay, recount } from "#core/insights/index.ts";
import { systemActor } from "#core/kernel/actor.ts";
import { unwrap } from "#core/kernel/result.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { bucketRepository, dirtyMarkRepository } from "./bucket-repository.ts";
import { kpiRepository } from "./kpi-repository.ts";
import { measurementRepository, publicationSampleRepository } from "./measurement-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const key = { workspaceId, channelId: "chan_1", day: "2026-11-22", hour: 9, minute: 5 };

it("sets a mark once, again when it is old, and anew when it was taken or released", async () => {
  const marks = dirtyMarkRepository(dynamo);
  expect(await marks.put(key, 1_000_000, 1000)).toBe(true);
  expect(await marks.put(key, 1_000_500, 1000)).toBe(false);
  expect(await marks.put(key, 1_002_000, 1000)).toBe(true);
  await marks.take(key);
  expect(await marks.put(key, 1_002_001, 1000)).toBe(true);
  await marks.release(key);
  expect(await marks.put(key, 1_002_002, 1000)).toBe(true);
});

it("gathers the minutes of a mark, also those that came while it was old, and gives them once", async () => {
  const marks = dirtyMarkRepository(dynamo);
  const hour = { ...key, hour: 10 };
  await Promise.all([7, 7, 59, 0].map((minute) => marks.put({ ...hour, minute }, 1_000_000, 1000)));
  await marks.release(hour);
  await marks.put({ ...hour, minute: 30 }, 1_000_001, 1000);
  expect((await marks.take(hour))?.toSorted((a, b) => a - b)).toEqual([0, 7, 30, 59]);
  expect(await marks.take(hour)).toBeNull();
});

it("lets one of many at once set a mark, be it new or old", async () => {
  const marks = dirtyMarkRepository(dynamo);
  const put = (nowMs: number) =>
    Promise.all([1, 2, 3, 4].map((minute) => marks.put({ ...key, hour: 11, minute }, nowMs, 1000)));
  for (const nowMs of [1_000_000, 2_000_000]) expect((await put(nowMs)).filter(Boolean)).toHaveLength(1);
});

it("writes a bucket only on top of the version that was read", async () => {
  const { slices } = bucketRepository(dynamo);
  const slice = { workspaceId: "ws_versions", channelId: "chan_1", day: "2026-11-22", slice: "09" };
  const parts = { ...noParts, leads: { ...noParts.leads, count: 3, bySource: { "a/b": 3 } } };
  expect(await slices.read(slice)).toEqual({ version: 0, value: null });
  const value = { parts, byMinutes: "begun" } as const;
  expect(await slices.write(slice, { parts: noParts, byMinutes: "no" }, 0)).toBe(true);
  expect(await slices.write(slice, value, 0)).toBe(false);
  expect(await slices.write(slice, value, 1)).toBe(true);
  expect(await slices.read(slice)).toEqual({ version: 2, value });
  expect(await slices.ofDay(slice)).toEqual(new Map([["09", value]]));
});

it("keeps the minutes of an hour apart from its neighbours'", async () => {
  const { minutes } = bucketRepository(dynamo);
  const parts = { ...noParts, leads: { ...noParts.leads, count: 3 } };
  expect(await minutes.write({ ...key, minute: 5 }, parts, 0)).toBe(true);
  expect(await minutes.write({ ...key, hour: 10, minute: 5 }, noParts, 0)).toBe(true);
  expect(await minutes.ofHour(key)).toEqual(new Map([[5, parts]]));
  expect(await minutes.read({ ...key, minute: 5 })).toEqual({ version: 1, value: parts });
});

it("keeps the newest report of a day, its history, and the nearest days on either side", async () => {
  const measurements = measurementRepository(dynamo);
  const put = (day: string, measuredAt: number, reach: number) =>
    measurements.put("ws_m", "chan_1", { day, measuredAt, measurement: aMeasurement({ reach: figure(reach) }) });
  await put("2026-11-20", 10, 1);
  await put("2026-11-21", 20, 2);
  await put("2026-11-21", 30, 3);
  await put("2026-11-21", 25, 99);
  await put("2026-11-21", 40, 3);
  await put("2026-11-23", 50, 4);
  const newest = await measurements.get("ws_m", "chan_1", "2026-11-21");
  expect(newest).toMatchObject({ measuredAt: 40, measurement: { reach: figure(3) } });
  const history = await measurements.history("ws_m", "chan_1", "2026-11-21");
  expect(history.map(({ measuredAt }) => measuredAt)).toEqual([20, 30]);
  const days = (list: readonly { day: string }[]) => list.map(({ day }) => day);
  expect(days(await measurements.before("ws_m", "chan_1", "2026-11-23", 5))).toEqual(["2026-11-21", "2026-11-20"]);
  expect(days(await measurements.after("ws_m", "chan_1", "2026-11-20", 1))).toEqual(["2026-11-21"]);
});

it("gives the last two samples of a publication up to a day, and keeps the newer one of a day", async () => {
  const samples = publicationSampleRepository(dynamo);
  const put = (day: string, measuredAt: number, reactions: number) =>
    samples.put("ws_s", "chan_1", {
      publicationId: "pub_1",
      day,
      measuredAt,
      measurement: aSample({ reactions: figure(reactions) }),
    });
  await put("2026-11-20", 10, 1);
  await put("2026-11-21", 30, 5);
  await put("2026-11-21", 20, 4);
  await put("2026-11-22", 40, 9);
  const found = await samples.lastTwo("ws_s", "chan_1", "pub_1", "2026-11-21");
  expect(found.map(({ day, measuredAt }) => [day, measuredAt])).toEqual([
    ["2026-11-21", 30],
    ["2026-11-20", 10],
  ]);
});

it("rolls up in the table what a recount gives, with many workers at once", async () => {
  const channels = ["chan_1", "chan_2", "chan_3"];
  const day = "2026-11-22";
  const world = {
    ...aWorld({ channels }),
    buckets: bucketRepository(dynamo),
    kpiDays: kpiRepository(dynamo),
    marks: dirtyMarkRepository(dynamo),
    measurements: measurementRepository(dynamo),
    samples: publicationSampleRepository(dynamo),
  };
  const midnight = Date.parse("2026-11-21T22:00:00Z");
  for (const [index, channelId] of channels.entries()) {
    for (let n = 0; n < 12; n++) {
      const row = { id: `${channelId} ${n}`, occurredAt: midnight + n * 7_000_000, negative: n % 3 === 0 };
      world.store("messages", channelId, aMessage({ ...row, firstResponseMs: n % 2 ? n * 100_000 : null }));
    }
    const publicationId = `pub ${channelId}`;
    world.store("publications", channelId, aPublication({ id: publicationId, publishedAt: midnight + 1 }));
    await world.samples.put(workspaceId, channelId, { publicationId, day, measuredAt: 1, measurement: aSample() });
    const audience = { country: { UA: 0.9, PL: 0.1 }, city: { "Kyiv, Kyiv City, Ukraine": 0.5 } };
    const measurement = aMeasurement({ followers: figure(100 * (index + 1)), audience });
    await world.measurements.put(workspaceId, channelId, { day, measuredAt: 1_000_000, measurement });
  }
  const messages = channels.flatMap((channelId) => [
    { workspaceId, channelId, day },
    ...[0, 5, 11].map((hour) => ({ workspaceId, channelId, day, hour })),
  ]);
  await Promise.all(messages.map((message) => handleRollupMessage(world, message)));
  const wanted = await recount(world, workspaceId, day);
  const actor = systemActor(workspaceId, "test");
  for (const channelId of channels) {
    const read = unwrap(await readKpiDay(world, actor, { channelId, day }));
    expect(read.kpis).toEqual(wanted?.channels.get(channelId));
  }
  const whole = unwrap(await readKpiDay(world, actor, { channelId: "all", day }));
  expect(whole.kpis).toEqual(wanted?.workspace);
  expect(whole.kpis.response.received).toEqual(figure(36));
});
