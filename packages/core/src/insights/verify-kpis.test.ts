import { beforeEach, expect, it } from "vitest";
import { figure } from "../channels/measurement.ts";
import { systemActor } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import { dayRange } from "../kernel/time.ts";
import {
  aLead,
  aMeasurement,
  aMessage,
  aPublication,
  aReview,
  aSample,
  aWorld,
  type World,
  workspaceId,
} from "./fixtures/world.ts";
import { noParts } from "./kpi-parts.ts";
import { importedReviews, noChannel } from "./model.ts";
import { readKpiDay } from "./read-kpis.ts";
import { handleRollupMessage } from "./rollup.ts";
import { verifyKpis } from "./verify-kpis.ts";

/* Monday to Sunday; the clock goes back on the Sunday. */
const week = { from: "2026-10-19", to: "2026-10-25" };
const at = (day: string, hours: number): number => dayRange(day, "Europe/Kyiv").from + hours * 3_600_000;

let world: World;
const settle = async () => {
  for (const message of world.queued.splice(0)) await handleRollupMessage(world, message);
};
const happens = async (channelId: string, instant: number, store: () => void) => {
  store();
  await world.dirtyBuckets.mark(workspaceId, channelId, instant);
};

/** A week of two channels: events late, twice and corrected, a measurement that is restated. */
beforeEach(async () => {
  world = aWorld({ channels: ["chan_1", "chan_2"] });
  for (let n = 0; n < 120; n++) {
    const channelId = n % 3 === 0 ? "chan_2" : "chan_1";
    const occurredAt = at(week.from, n * 1.4);
    const row = aMessage({ id: `msg_${n}`, occurredAt, negative: n % 5 === 0 });
    await happens(channelId, occurredAt, () => world.store("messages", channelId, row));
    if (n % 4 === 0) await happens(channelId, occurredAt, () => world.store("messages", channelId, row));
    if (n % 7 === 0) await settle();
  }
  const late = at("2026-10-20", 5);
  await settle();
  await happens("chan_1", late, () => world.store("messages", "chan_1", aMessage({ id: "late", occurredAt: late })));
  const corrected = aMessage({ id: "msg_4", occurredAt: at(week.from, 5.6), negative: true, firstResponseMs: 90_000 });
  await happens("chan_1", corrected.occurredAt, () => world.store("messages", "chan_1", corrected));
  const [reviewAt, leadAt, postAt] = [at("2026-10-25", 24.5), at("2026-10-22", 12), at("2026-10-21", 9)];
  await happens("chan_2", reviewAt, () =>
    world.store("reviews", "chan_2", aReview({ id: "rev_1", occurredAt: reviewAt, rating: 1 })),
  );
  await happens("chan_1", postAt, () => world.store("answers", "chan_1", { id: "a", occurredAt: postAt, score: 67 }));
  await happens("chan_2", reviewAt, () =>
    world.store("answers", "chan_2", { id: "b", occurredAt: reviewAt, score: 100 }),
  );
  await happens(noChannel, leadAt, () =>
    world.store("leads", noChannel, aLead({ id: "lead_1", createdAt: leadAt, won: true })),
  );
  const imported = aReview({ id: "rev_2", occurredAt: at("2026-10-24", 0), rating: 2, answered: true, targetMs: null });
  await happens(importedReviews, imported.occurredAt, () => world.store("reviews", importedReviews, imported));
  await happens("chan_1", postAt, () =>
    world.store("publications", "chan_1", aPublication({ id: "pub_1", publishedAt: postAt })),
  );
  for (const [measuredAt, reach] of [
    [60_000, 500],
    [120_000, 740],
  ] as const) {
    const report = { day: "2026-10-21", measuredAt, measurement: aMeasurement({ reach: figure(reach) }) };
    await world.measurements.put(workspaceId, "chan_1", report);
    const sample = { publicationId: "pub_1", day: "2026-10-21", measuredAt, measurement: aSample() };
    await world.samples.put(workspaceId, "chan_1", sample);
    await handleRollupMessage(world, { workspaceId, channelId: "chan_1", day: "2026-10-21" });
  }
  await settle();
});

it("finds every KPI equal to its recount, by day and week, of each channel and the workspace", async () => {
  const found = await verifyKpis(world, workspaceId, week);
  expect(found).toEqual({ compared: 3 * (7 + 1), differences: [] });
});

it("counts a review that came from a table in the workspace's day and in no channel's", async () => {
  const read = async (channelId: string) =>
    unwrap(await readKpiDay(world, systemActor(workspaceId, "test"), { channelId, day: "2026-10-24" })).kpis;
  const [all, one, two] = await Promise.all(["all", "chan_1", "chan_2"].map(read));
  expect([all, one, two].map((kpis) => kpis?.negativeFeedback.lowReviews)).toEqual([figure(1), figure(0), figure(0)]);
  // It was answered, and nobody knows how fast.
  expect(all?.response).toMatchObject({ answered: figure(1), medianFirstResponseMs: { available: false } });
});

it("tells the figures that an event changed and nobody recounted", async () => {
  const occurredAt = at("2026-10-23", 10);
  world.store("messages", "chan_1", aMessage({ id: "unnoticed", occurredAt, negative: true }));
  const { differences } = (await verifyKpis(world, workspaceId, week)) ?? { differences: [] };
  expect(differences.map(({ grain, day, scope, kpi }) => [grain, day, scope, kpi].join(" "))).toEqual([
    "day 2026-10-23 all response",
    "day 2026-10-23 all negativeFeedback",
    "day 2026-10-23 chan_1 response",
    "day 2026-10-23 chan_1 negativeFeedback",
  ]);
});

it("tells of a day that was never counted, and not of days on which nothing happened", async () => {
  const occurredAt = at("2026-11-02", 10);
  world.store("messages", "chan_2", aMessage({ id: "lost", occurredAt }));
  const found = await verifyKpis(world, workspaceId, { from: "2026-11-01", to: "2026-11-03" });
  expect(found?.compared).toBe(2);
  expect(found?.differences.map(({ scope, kpi }) => `${scope} ${kpi}`)).toContain("chan_2 response");
});

it("tells of a week that is not what its days are together", async () => {
  const { sheets } = world.buckets;
  const key = { workspaceId, scope: "all", grain: "week", page: "2026-10-01" } as const;
  const { version, value } = await sheets.read(key);
  const wrong = { ...noParts, leads: { ...noParts.leads, count: 9 } };
  await sheets.write(key, new Map([...(value ?? []), [week.from, wrong]]), version);
  const { differences } = (await verifyKpis(world, workspaceId, week)) ?? { differences: [] };
  expect(new Set(differences.map(({ grain, day, scope }) => `${grain} ${day} ${scope}`))).toEqual(
    new Set(["week 2026-10-19 all"]),
  );
});

it("knows no other workspace", async () => {
  const nowhere = { ...world, workspaces: { get: async () => null } };
  expect(await verifyKpis(nowhere, "ws_2", week)).toBeNull();
});
