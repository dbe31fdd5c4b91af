import { expect, it } from "vitest";
import { figure, notAvailable } from "../channels/measurement.ts";
import type { Goal } from "./model.ts";
import { progressOf } from "./progress.ts";

const goal: Goal = {
  id: "goal_1",
  workspaceId: "ws_1",
  name: "More regulars by New Year",
  problem: "weak-awareness",
  kpi: "followers",
  channelId: "all",
  baseline: 1000,
  target: 1200,
  startDay: "2026-11-01",
  dueDay: "2026-12-01",
  createdBy: "mem_1",
  createdAt: 0,
};

it.each([
  [1100, "2026-11-16", "on-course"],
  [1099, "2026-11-16", "behind"],
  [1000, "2026-11-01", "on-course"],
  [1200, "2026-11-02", "reached"],
  [1199, "2026-12-05", "behind"],
  [900, "2026-11-02", "behind"],
] as const)("a figure of %i on %s is %s on the way from 1,000 to 1,200", (value, today, state) => {
  expect(progressOf(goal, figure(value), today).state).toBe(state);
});

it("states the expected figure and by which method", () => {
  expect(progressOf(goal, figure(1050), "2026-11-16")).toMatchObject({
    progress: figure(0.25),
    expectedProgress: 0.5,
    expected: 1100,
    method: "straight-line",
  });
});

it("goes down where less is better", () => {
  const quicker = { ...goal, kpi: "medianFirstResponseMs" as const, baseline: 7_200_000, target: 3_600_000 };
  expect(progressOf(quicker, figure(5_000_000), "2026-11-16").state).toBe("on-course");
  expect(progressOf(quicker, figure(7_000_000), "2026-11-16").state).toBe("behind");
  expect(progressOf(quicker, figure(3_000_000), "2026-11-16").state).toBe("reached");
});

it("says that there are no figures, and does not call that behind", () => {
  expect(progressOf(goal, notAvailable("not-yet"), "2026-11-16").state).toBe("no-data");
});
