import { describe, expect, it } from "vitest";
import { figure } from "../channels/measurement.ts";
import { type Gap, sheetsOf, today } from "../insights/fixtures/steady-channels.ts";
import type { Sheet } from "../insights/index.ts";
import { addDays } from "../kernel/time.ts";
import { aGoal } from "./fixtures/goals.ts";
import { courseOf, followGoal } from "./follow-goal.ts";
import { headlineDays } from "./goal-days.ts";

/** What 28 days of the three channels come to, each day like the others. */
const steadyFigures = {
  reach: 28 * 5300,
  interactions: 28 * 114,
  followersChange: 28 * 13,
  engagementRate: 114 / 5300,
} as const;
type Kpi = keyof typeof steadyFigures;
const kpis = Object.keys(steadyFigures) as Kpi[];

/** A goal that is just met when the figure stays what it is, so that any day counted as nothing puts it behind. */
const goalOf = (kpi: Kpi) => {
  const target = steadyFigures[kpi] * 1.001;
  return aGoal({ kpi, baseline: target / 2, target, startDay: "2026-09-01", dueDay: "2026-12-20" });
};
const follow = (sheet: Sheet, kpi: Kpi, on = today) => followGoal(goalOf(kpi), headlineDays(sheet, kpi), on);
/** A channel, the first unless it is said, tells each day so many days later than the others. */
const lagOf = (lag: number, all = true, channel = 0): Gap[] =>
  Array.from({ length: lag }, (_, at) => ({ channel, back: at + 1, all }));

describe.each([1, 2, 3])("a goal on a platform that tells %i days later", (lag) => {
  it.each(kpis)("has come as far in %s as on one that tells at once, and says up to which day", (kpi) => {
    const atOnce = follow(sheetsOf([]).whole, kpi);
    const late = follow(sheetsOf(lagOf(lag)).whole, kpi);
    const { progress, forecast } = atOnce;
    if (!progress.available || !late.progress.available) throw new Error("a figure is missing");
    if (!forecast.available || !late.forecast.available) throw new Error("a forecast is missing");
    expect(late.current).toMatchObject({ available: true, value: expect.closeTo(steadyFigures[kpi], 6) });
    expect(late.progress.value).toBeCloseTo(progress.value, 9);
    expect(late.forecast.value).toBeCloseTo(forecast.value, 6);
    expect(late.state).toBe(atOnce.state);
    expect([atOnce.toldUntil, late.toldUntil]).toEqual([addDays(today, -1), addDays(today, -1 - lag)]);
  });

  it("draws its course up to that day and no fall after it", () => {
    const { past } = courseOf(goalOf("reach"), headlineDays(sheetsOf(lagOf(lag)).whole, "reach"), today);
    expect(past.at(-1)).toEqual({ day: addDays(today, -1 - lag), value: steadyFigures.reach });
    expect(new Set(past.map(({ value }) => value))).toEqual(new Set([steadyFigures.reach]));
  });
});

describe("the last day that is told", () => {
  it("is that of the figure that is followed: reach may be later than interactions", () => {
    const { whole } = sheetsOf(lagOf(2, false));
    expect(follow(whole, "reach").toldUntil).toBe(addDays(today, -3));
    expect(follow(whole, "interactions").toldUntil).toBe(addDays(today, -1));
  });

  it("does not wait for a channel that has told nothing for weeks", () => {
    const { whole } = sheetsOf(lagOf(60));
    expect(follow(whole, "reach")).toMatchObject({
      current: figure(28 * 4300),
      toldUntil: addDays(today, -1),
    });
  });

  it("is the due day once that is over and told", () => {
    const goal = { ...goalOf("reach"), dueDay: addDays(today, -5) };
    const days = headlineDays(sheetsOf(lagOf(3)).whole, "reach");
    expect(followGoal(goal, days, today)).toMatchObject({ current: figure(28 * 5300), toldUntil: null });
  });
});
