import { describe, expect, it } from "vitest";
import { figure } from "../channels/measurement.ts";
import { aLead, aMeasurement, aWorld, workspaceId } from "../insights/fixtures/world.ts";
import { handleRollupMessage, type Sheet } from "../insights/index.ts";
import { systemActor } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import { addDays, startOfDay } from "../kernel/time.ts";
import { aSiteDay, memorySiteDays } from "../visits/fixtures/visits.ts";
import { changeGoal } from "./change-goal.ts";
import { aGoal } from "./fixtures/goals.ts";
import { memoryGoals } from "./fixtures/memory-goals.ts";
import { listGoals } from "./list-goals.ts";
import type { Goal } from "./model.ts";
import { mostGoals, mostHistory } from "./model.ts";
import { readGoal } from "./read-goal.ts";

const actor = systemActor(workspaceId, "test");
const today = "2026-11-22";

function aGoalWorld(...goals: Goal[]) {
  const world = aWorld();
  const asked: string[] = [];
  const { between } = world.kpiDays;
  return {
    ...world,
    asked,
    goals: memoryGoals(goals),
    kpiDays: {
      between: (...input: Parameters<typeof between>): Promise<Sheet> => {
        asked.push(input[1]);
        return between(...input);
      },
    },
  };
}

/** `days` days up to yesterday with so many leads each. */
async function leadsOf(world: ReturnType<typeof aGoalWorld>, days: number, perDay: (day: number) => number) {
  for (let index = 0; index < days; index += 1) {
    const day = addDays(today, index - days);
    for (let nth = 0; nth < perDay(index); nth += 1) {
      const createdAt = startOfDay(day, "Europe/Kyiv") + 36_000_000;
      world.store("leads", "chan_1", aLead({ id: `${day} ${nth}`, createdAt }));
    }
    await world.measurements.put(workspaceId, "chan_1", { day, measuredAt: 0, measurement: aMeasurement() });
    await handleRollupMessage(world, { workspaceId, channelId: "chan_1", day, hour: 10 });
    await handleRollupMessage(world, { workspaceId, channelId: "chan_1", day });
  }
}

describe("following visits of the site", () => {
  const goal = aGoal({
    problem: "little-traffic",
    kpi: "siteVisits",
    baseline: 280,
    target: 600,
    dueDay: "2026-12-20",
  });
  /** So many weeks up to today with so many visits a day, of one site; another has one a day. */
  const visitsOf = (weeks: number, perDay: (back: number) => number) =>
    Array.from({ length: weeks * 7 }, (_, back) => [
      aSiteDay(addDays(today, -back), [{ sessions: perDay(back) }]),
      aSiteDay(addDays(today, -back), [{ sessions: 1 }], { channelId: "chan_other" }),
    ]).flat();

  it("takes the visits of 28 days of all sites, and forecasts from whole weeks", async () => {
    const world = { ...aGoalWorld(goal), siteDays: memorySiteDays(...visitsOf(12, (back) => (back < 35 ? 19 : 9))) };
    const [followed] = unwrap(await listGoals(world, actor));
    expect(followed).toMatchObject({
      current: figure(28 * 20),
      progress: figure((560 - 280) / (600 - 280)),
      judgedBy: "forecast",
      forecast: { available: true, method: "theil-sen", level: 0.8 },
    });
    const { course } = unwrap(await readGoal(world, actor, { goalId: goal.id }));
    expect(course.past.at(-1)).toEqual({ day: today, value: 560 });
    expect(course.past.at(-6)).toMatchObject({ value: 280 });
    expect(world.asked).toEqual([]);
  });

  it("takes those of one site where the goal is of one", async () => {
    const own = { ...goal, channelId: "chan_other" };
    const world = { ...aGoalWorld(own), siteDays: memorySiteDays(...visitsOf(8, () => 50)) };
    expect(unwrap(await listGoals(world, actor))).toMatchObject([{ current: figure(28) }]);
  });

  it("has no figure, which is not 0, while nothing is measured", async () => {
    const world = aGoalWorld(goal);
    expect(unwrap(await listGoals(world, actor))).toMatchObject([
      { current: { available: false, reason: "not-yet" }, state: "no-data", forecast: { reason: "too-few-weeks" } },
    ]);
  });
});

describe("following a goal with a history", () => {
  it("forecasts the due day from whole weeks, names the method, and judges by it", async () => {
    const goal = aGoal({ kpi: "leads", baseline: 28, target: 60, startDay: "2026-11-01", dueDay: "2026-12-20" });
    const world = aGoalWorld(goal);
    await leadsOf(world, 70, (day) => (day < 35 ? 1 : 2));
    const [followed] = unwrap(await listGoals(world, actor));
    expect(followed).toMatchObject({
      state: "on-course",
      judgedBy: "forecast",
      forecast: { available: true, method: "theil-sen", weeks: 10, level: 0.8 },
    });
    const { course } = unwrap(await readGoal(world, actor, { goalId: goal.id }));
    expect(course.past.at(-1)).toMatchObject({ day: today, value: 54 });
    expect(course.ahead.at(-1)).toMatchObject({ day: "2026-12-20" });
    expect(course.ahead).toHaveLength(4);
    for (const { low, value, high } of course.ahead)
      expect([low, value, high]).toEqual([low, value, high].toSorted((a, b) => a - b));
  });

  it("carries a level on from what it is today, by what it changed each week", async () => {
    const goal = aGoal({ baseline: 1000, target: 1300, dueDay: "2026-12-13" });
    const world = aGoalWorld(goal);
    for (let back = 50; back >= 0; back -= 1) {
      const day = addDays(today, -back);
      // Two more a day, and a hundred today.
      const followers = figure(1000 + 2 * (50 - back) + (back === 0 ? 98 : 0));
      await world.measurements.put(workspaceId, "chan_1", {
        day,
        measuredAt: 0,
        measurement: aMeasurement({ followers }),
      });
      await handleRollupMessage(world, { workspaceId, channelId: "chan_1", day });
    }
    const [followed] = unwrap(await listGoals(world, actor));
    expect(followed).toMatchObject({ current: figure(1198), forecast: { method: "drift", value: 1198 + 3 * 14 } });
  });

  it("says how many weeks are still missing, and judges by the straight line meanwhile", async () => {
    const goal = aGoal({ kpi: "leads", baseline: 0, target: 60, startDay: "2026-11-01", dueDay: "2026-12-20" });
    const world = aGoalWorld(goal);
    await leadsOf(world, 30, () => 1);
    const [followed] = unwrap(await listGoals(world, actor));
    expect(followed).toMatchObject({
      judgedBy: "straight-line",
      forecast: { available: false, reason: "too-few-weeks", weeks: 4, neededWeeks: 6 },
    });
  });

  it("does not forecast what goes on changing", async () => {
    const goal = aGoal({ kpi: "conversionToWon", baseline: 0.1, target: 0.2 });
    const world = aGoalWorld(goal);
    await leadsOf(world, 70, () => 1);
    const [followed] = unwrap(await listGoals(world, actor));
    expect(followed?.forecast).toMatchObject({ available: false, reason: "still-maturing" });
  });

  it("keeps the figure of the due day when that is over", async () => {
    const ended = aGoal({ kpi: "leads", baseline: 0, target: 60, startDay: "2026-09-20", dueDay: "2026-10-20" });
    const world = aGoalWorld(ended);
    await leadsOf(world, 70, (day) => (day < 40 ? 1 : 5));
    const [followed] = unwrap(await listGoals(world, actor));
    expect(followed).toMatchObject({ current: figure(28), state: "missed", forecast: { reason: "over" } });
  });

  it("reads one sheet a channel, however many goals it has, and one more for what ended long ago", async () => {
    const goals = ["leads", "reach", "interactions"].map((kpi, index) =>
      aGoal({ id: `goal_${index}`, kpi: kpi as Goal["kpi"] }),
    );
    const world = aGoalWorld(...goals, aGoal({ id: "goal_c", channelId: "chan_1" }));
    unwrap(await listGoals(world, actor));
    expect(world.asked.toSorted()).toEqual(["all", "chan_1"]);
    const old = aGoalWorld(...goals, aGoal({ id: "goal_o", startDay: "2025-11-01", dueDay: "2026-01-31" }));
    unwrap(await listGoals(old, actor));
    expect(old.asked).toEqual(["all", "all"]);
  });
});

describe("changing a goal", () => {
  const change = async (world: ReturnType<typeof aGoalWorld>, version: number, fields: object) =>
    changeGoal(world, actor, { goalId: "goal_1", version, ...fields });

  it("notes what stood there, by whom and when", async () => {
    const world = aGoalWorld(aGoal());
    const changed = unwrap(
      await change(world, 1, { target: 1300, dueDay: "2027-01-31", name: "More regulars by New Year" }),
    );
    expect(changed).toMatchObject({ version: 2, target: 1300, dueDay: "2027-01-31" });
    expect(changed.history.at(-1)).toEqual({
      at: world.clock.nowMs(),
      by: "system:test",
      what: "changed",
      changes: [
        { field: "target", from: 1200, to: 1300 },
        { field: "dueDay", from: "2026-12-31", to: "2027-01-31" },
      ],
    });
  });

  it("archives and restores; what is archived is followed no more", async () => {
    const world = aGoalWorld(aGoal());
    unwrap(await change(world, 1, { archived: true }));
    expect(unwrap(await listGoals(world, actor))).toEqual([]);
    expect(unwrap(await listGoals(world, actor, { archived: true }))).toHaveLength(1);
    const restored = unwrap(await change(world, 2, { archived: false }));
    expect(restored.history.map(({ what }) => what)).toEqual(["set", "archived", "restored"]);
  });

  it("writes nothing when nothing changes", async () => {
    const world = aGoalWorld(aGoal());
    expect(unwrap(await change(world, 1, { target: 1200 }))).toMatchObject({ version: 1 });
  });

  it("keeps the first line and the newest of a long history", async () => {
    const world = aGoalWorld(aGoal());
    for (let version = 1; version <= mostHistory + 5; version += 1) {
      unwrap(await change(world, version, { target: 2000 + version }));
    }
    const { history } = unwrap(await readGoal(world, actor, { goalId: "goal_1" })).goal;
    expect(history).toHaveLength(mostHistory);
    expect(history[0]?.what).toBe("set");
    expect(history.at(-1)?.changes?.[0]?.to).toBe(2000 + mostHistory + 5);
  });

  it.each([
    ["changed-meanwhile", 7, { target: 1300 }],
    ["goal-due-past", 1, { dueDay: "2026-11-22" }],
    ["goal-without-change", 1, { target: 1000 }],
    ["goal-ends-before-start", 1, { startDay: "2026-12-31" }],
  ] as const)("is refused with %s", async (code, version, fields) => {
    const world = aGoalWorld(aGoal());
    expect(await change(world, version, fields)).toMatchObject({ ok: false, error: { code } });
  });

  it("is refused when it would make two goals of one, also by bringing one back", async () => {
    const other = aGoal({ id: "goal_2", dueDay: "2027-01-31" });
    const world = aGoalWorld(aGoal(), other);
    expect(await change(world, 1, { dueDay: "2027-01-31" })).toMatchObject({ error: { code: "goal-exists" } });
    const many = Array.from({ length: mostGoals }, (_, nth) => aGoal({ id: `goal_${nth + 2}`, kpi: "leads" }));
    const full = aGoalWorld(aGoal({ archived: true }), ...many);
    expect(await change(full, 1, { archived: false })).toMatchObject({ error: { code: "too-many-goals" } });
    const twin = aGoalWorld(aGoal({ archived: true }), aGoal({ id: "goal_2" }));
    expect(await change(twin, 1, { archived: false })).toMatchObject({ error: { code: "goal-exists" } });
  });

  it("is refused to a viewer", async () => {
    const viewer = { type: "member", workspaceId, memberId: "mem_1", role: "viewer", language: "uk" } as const;
    const world = aGoalWorld(aGoal());
    expect(await changeGoal(world, viewer, { goalId: "goal_1", version: 1, target: 1 })).toMatchObject({
      error: { code: "forbidden" },
    });
  });
});
