import { expect, it } from "vitest";
import { systemActor } from "../kernel/actor.ts";
import { ok } from "../kernel/result.ts";
import { aChannel, aWorld, workspaceId } from "./fixtures/world.ts";
import { measureNow, planMeasurements } from "./plan-measurements.ts";

const daysAsked = ({ asked }: ReturnType<typeof aWorld>) => asked.map(({ message }) => message.day);

it("asks at six in the morning, by the workspace's clock, for the days that platforms still correct", async () => {
  const world = aWorld({ start: "2026-11-22T04:30:00Z" });
  expect(await planMeasurements(world)).toBe(4);
  expect(daysAsked(world)).toEqual(["2026-11-21", "2026-11-20", "2026-11-19", "2026-11-17"]);
});

it("closes the day in its last hour, in summer as in winter", async () => {
  for (const start of ["2026-07-01T20:59:00Z", "2026-11-22T21:01:00Z"]) {
    const world = aWorld({ start });
    await planMeasurements(world);
    expect(daysAsked(world)).toEqual([start.slice(0, 10)]);
  }
});

it("asks for nothing at other hours, and nothing of channels that must be connected anew", async () => {
  const noon = aWorld({ start: "2026-11-22T10:00:00Z" });
  expect(await planMeasurements(noon)).toBe(0);
  const world = aWorld({ start: "2026-11-22T04:30:00Z" });
  const list = async () => [{ ...aChannel("chan_1"), state: "reconnect" as const }];
  expect(await planMeasurements({ ...world, channels: { list } })).toBe(0);
});

it("measures today and yesterday of each channel when a person asks", async () => {
  const world = aWorld({ channels: ["chan_1", "chan_2"] });
  expect(await measureNow(world, systemActor(workspaceId, "test"))).toEqual(ok(4));
  expect(daysAsked(world)).toEqual(["2026-11-22", "2026-11-21", "2026-11-22", "2026-11-21"]);
});

it("refuses to measure for a viewer", async () => {
  const world = aWorld();
  const viewer = { type: "member", workspaceId, memberId: "mem_1", role: "viewer", language: "uk" } as const;
  expect(await measureNow(world, viewer)).toMatchObject({ ok: false, error: { code: "forbidden" } });
});
