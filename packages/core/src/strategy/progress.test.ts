import { describe, expect, it } from "vitest";
import { type Figure, figure, notAvailable } from "../channels/measurement.ts";
import { aGoal } from "./fixtures/goals.ts";
import type { GoalForecast } from "./model.ts";
import { progressOf } from "./progress.ts";

const goal = aGoal({ baseline: 1000, target: 1200, startDay: "2026-11-01", dueDay: "2026-12-01" });
const none: GoalForecast = { available: false, reason: "too-few-weeks", weeks: 2, neededWeeks: 6 };
const upTo = (current: Figure, today: string) => ({
  figure: current,
  day: today < goal.dueDay ? today : goal.dueDay,
  toldUntil: null,
});
const likely = (chance: number): GoalForecast => ({
  available: true,
  method: "drift",
  value: 1190,
  low: 1100,
  high: 1280,
  level: 0.8,
  chance,
  weeks: 12,
  neededWeeks: 6,
});

describe("without a forecast a goal is held against the straight line", () => {
  it.each([
    [1100, "2026-11-16", "on-course"],
    [1099, "2026-11-16", "behind"],
    [1000, "2026-11-01", "on-course"],
    [1200, "2026-11-02", "reached"],
    [1199, "2026-12-01", "behind"],
    [1199, "2026-12-02", "missed"],
    [1200, "2026-12-02", "reached"],
    [900, "2026-11-02", "behind"],
  ] as const)("a figure of %i on %s is %s on the way from 1,000 to 1,200", (value, today, state) => {
    expect(progressOf(goal, upTo(figure(value), today), today, none)).toMatchObject({
      state,
      judgedBy: "straight-line",
    });
  });

  it("states the expected figure and by which method", () => {
    expect(progressOf(goal, upTo(figure(1050), "2026-11-16"), "2026-11-16", none)).toMatchObject({
      progress: figure(0.25),
      expectedProgress: 0.5,
      expected: 1100,
      method: "straight-line",
    });
  });

  it("goes down where less is better", () => {
    const quicker = { ...goal, kpi: "medianFirstResponseMs" as const, baseline: 7_200_000, target: 3_600_000 };
    const stateAt = (ms: number) => progressOf(quicker, upTo(figure(ms), "2026-11-16"), "2026-11-16", none).state;
    expect([5_000_000, 7_000_000, 3_000_000].map(stateAt)).toEqual(["on-course", "behind", "reached"]);
  });
});

describe("with a forecast the chance decides", () => {
  it.each([
    [0.5, "on-course"],
    [0.49, "behind"],
  ] as const)("a chance of %d is %s, wherever the straight line runs", (chance, state) => {
    for (const value of [1010, 1150]) {
      expect(progressOf(goal, upTo(figure(value), "2026-11-16"), "2026-11-16", likely(chance))).toMatchObject({
        state,
        judgedBy: "forecast",
      });
    }
  });

  it("but a target that is met is met, and a day that is over is over", () => {
    expect(progressOf(goal, upTo(figure(1205), "2026-11-16"), "2026-11-16", likely(0.1)).state).toBe("reached");
    expect(progressOf(goal, upTo(figure(1150), "2026-12-02"), "2026-12-02", likely(0.9)).state).toBe("missed");
  });
});

it("says that there are no figures, and does not call that behind", () => {
  expect(progressOf(goal, upTo(notAvailable("not-yet"), "2026-11-16"), "2026-11-16", none).state).toBe("no-data");
});

describe("while the newest days are not told", () => {
  const told = (value: number, day: string) => ({ figure: figure(value), day, toldUntil: day });

  it("a goal is held against the straight line at the last day that is told", () => {
    const progress = progressOf(goal, told(1080, "2026-11-13"), "2026-11-16", none);
    expect(progress).toMatchObject({ state: "on-course", expected: 1080, toldUntil: "2026-11-13" });
  });

  it("a goal that has ended is not missed before its last days have had their time to be told", () => {
    const stateOn = (today: string) => progressOf(goal, told(1190, "2026-11-29"), today, none).state;
    expect([stateOn("2026-12-02"), stateOn("2026-12-08"), stateOn("2026-12-09")]).toEqual([
      "on-course",
      "on-course",
      "missed",
    ]);
  });
});
