import { describe, expect, it } from "vitest";
import { figure, notAvailable } from "../channels/measurement.ts";
import { systemActor } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import { addDays, startOfDay } from "../kernel/time.ts";
import { aLead, aMeasurement, aWorld, type World, workspaceId } from "./fixtures/world.ts";
import { readAudience } from "./read-audience.ts";
import { readKpis } from "./read-kpis.ts";
import { handleRollupMessage } from "./rollup.ts";

const actor = systemActor(workspaceId, "test");
const all = { channelId: "all", by: "week" } as const;

/** Measures a channel and gives it a lead on each of `count` days from a day on. */
async function fill(world: World, from: string, count: number, channelId = "chan_1"): Promise<void> {
  for (let n = 0; n < count; n++) {
    const day = addDays(from, n);
    const at = startOfDay(day, "Europe/Kyiv") + 10 * 3_600_000;
    const measurement = aMeasurement({ followers: figure(1000 + n), reach: figure(100), interactions: figure(10) });
    await world.measurements.put(workspaceId, channelId, { day, measuredAt: at, measurement });
    world.store("leads", channelId, aLead({ id: `${channelId} ${day}`, createdAt: at }));
    await handleRollupMessage(world, { workspaceId, channelId, day });
  }
}

describe("the KPIs of a period", () => {
  it("are summed, compared with the same time before, and drawn day by day", async () => {
    const world = aWorld();
    await fill(world, "2026-11-09", 14);
    const report = unwrap(await readKpis(world, actor, { ...all, from: "2026-11-16", to: "2026-11-22" }));
    expect(report.before).toMatchObject({ from: "2026-11-09", to: "2026-11-15" });
    expect(report.kpis.reach.people).toEqual(figure(700));
    expect(report.change.reach).toMatchObject({ difference: figure(0), relative: figure(0) });
    expect(report.change.followers).toMatchObject({ difference: figure(7), relative: figure(7 / 1005) });
    expect(report.step).toBe("day");
    expect(report.series).toHaveLength(7);
    expect(report.series.map(({ figures }) => figures.leads)).toEqual(Array(7).fill(figure(1)));
    expect(report.measuredAt).toBe(startOfDay("2026-11-22", "Europe/Kyiv") + 10 * 3_600_000);
  });

  it("have no change where there was nothing before, and gaps before the first figures", async () => {
    const world = aWorld();
    await fill(world, "2026-11-20", 2);
    const report = unwrap(await readKpis(world, actor, { ...all, from: "2026-11-19", to: "2026-11-21" }));
    expect(report.change.leads.difference).toEqual(notAvailable("not-yet"));
    expect(report.series.map(({ figures }) => figures.leads)).toEqual([notAvailable("not-yet"), figure(1), figure(1)]);
  });

  it("have no points for days that are still to come", async () => {
    const world = aWorld();
    await fill(world, "2026-11-20", 3);
    const report = unwrap(await readKpis(world, actor, { ...all, from: "2026-11-20", to: "2026-11-30" }));
    expect(report.series.at(-1)?.to).toBe("2026-11-22");
  });

  it("of a long time begin on a Monday and are drawn by weeks, with the last one cut on both sides alike", async () => {
    const world = aWorld({ start: "2026-11-18T12:00:00Z" });
    await fill(world, "2026-01-05", 318);
    const report = unwrap(await readKpis(world, actor, { ...all, from: "2026-06-18", to: "2026-11-18" }));
    expect(report).toMatchObject({ from: "2026-06-15", to: "2026-11-18", step: "week" });
    expect(report.before).toMatchObject({ from: "2026-01-05", to: "2026-06-14" });
    expect(report.kpis.leads.new).toEqual(figure(157));
    expect(report.before.kpis.leads.new).toEqual(figure(161));
    expect(report.change.leads.relative).toEqual(figure(0));
    expect(report.series).toHaveLength(23);
    expect(report.series.at(-1)).toMatchObject({ from: "2026-11-16", to: "2026-11-18" });
    expect(report.series.at(-1)?.figures.leads).toEqual(figure(3));
    expect(report.series[0]?.figures.leads).toEqual(figure(7));
  });

  it("of a long time can be had by months, which are their days put together", async () => {
    const world = aWorld({ start: "2026-11-18T12:00:00Z" });
    await fill(world, "2026-01-05", 318);
    const report = unwrap(await readKpis(world, actor, { ...all, from: "2026-06-18", to: "2026-11-17", by: "month" }));
    expect(report).toMatchObject({ from: "2026-06-01", to: "2026-11-17", step: "month" });
    expect(report.before).toMatchObject({ from: "2025-12-01", to: "2026-05-31" });
    expect(report.series.map(({ from, to }) => [from, to]).slice(-2)).toEqual([
      ["2026-10-01", "2026-10-31"],
      ["2026-11-01", "2026-11-17"],
    ]);
    const counts = report.series.map(({ figures }) => figures.leads);
    expect(counts).toEqual([30, 31, 31, 30, 31, 17].map(figure));
    expect(report.kpis.leads.new).toEqual(figure(170));
    expect(report.change.leads.relative).toEqual(figure(0));
  });

  it("are the sum of the channels for the workspace, and each channel's own", async () => {
    const world = aWorld({ channels: ["chan_1", "chan_2"] });
    await fill(world, "2026-11-20", 2);
    await fill(world, "2026-11-20", 2, "chan_2");
    const period = { from: "2026-11-20", to: "2026-11-21" };
    expect(unwrap(await readKpis(world, actor, { ...all, ...period })).kpis.leads.new).toEqual(figure(4));
    const one = unwrap(await readKpis(world, actor, { ...all, channelId: "chan_2", ...period }));
    expect(one.kpis.leads.new).toEqual(figure(2));
  });

  it.each([
    ["2026-11-22", "2026-11-21", "all", "period-reversed"],
    ["2025-01-01", "2026-11-21", "all", "period-too-long"],
    ["2026-11-20", "2026-11-21", "chan_of_others", "not-found"],
  ])("from %s to %s of %s are refused: %s", async (from, to, channelId, code) => {
    expect(await readKpis(aWorld(), actor, { ...all, channelId, from, to })).toMatchObject({
      ok: false,
      error: { code },
    });
  });
});

describe("the audience for Today", () => {
  it("is a gap, not a dip, on a day on which a channel was not measured", async () => {
    const world = aWorld({ channels: ["chan_1", "chan_2"] });
    await fill(world, "2026-11-20", 3);
    await fill(world, "2026-11-20", 2, "chan_2");
    const audience = unwrap(await readAudience(world, actor, { days: 4 }));
    expect(audience.series).toEqual([
      { day: "2026-11-19", followers: notAvailable("not-yet") },
      { day: "2026-11-20", followers: figure(2000) },
      { day: "2026-11-21", followers: figure(2002) },
      { day: "2026-11-22", followers: notAvailable("not-yet") },
    ]);
    expect(audience.followersEnd).toEqual(figure(2002));
  });
});

it("tells the days that were unusual, but not the one that is still running", async () => {
  const world = aWorld();
  await fill(world, "2026-09-20", 64);
  const leadsOn = async (day: string, count: number) => {
    const at = startOfDay(day, "Europe/Kyiv") + 12 * 3_600_000;
    for (let n = 0; n < count; n++) world.store("leads", "chan_1", aLead({ id: `${day} more ${n}`, createdAt: at }));
    await handleRollupMessage(world, { workspaceId, channelId: "chan_1", day });
  };
  await leadsOn("2026-11-19", 9);
  await leadsOn("2026-11-22", 9);
  const report = unwrap(await readKpis(world, actor, { ...all, from: "2026-11-16", to: "2026-11-22" }));
  expect(report.unusual).toMatchObject([{ day: "2026-11-19", headline: "leads", value: 10 }]);
  expect(report.unusual[0]?.usual).toBeCloseTo(1, 5);
  const long = unwrap(await readKpis(world, actor, { ...all, from: "2026-07-01", to: "2026-11-22" }));
  expect(long.unusual).toEqual([]);
});
