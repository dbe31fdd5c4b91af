import { describe, expect, it } from "vitest";
import { aChannel } from "#tests/support/publishing-world.ts";
import { figure } from "../channels/measurement.ts";
import { failureText } from "../i18n/failures.ts";
import { aMeasurement, aWorld, workspaceId } from "../insights/fixtures/world.ts";
import { handleRollupMessage } from "../insights/index.ts";
import { systemActor } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import { aSiteDay, memorySiteDays } from "../visits/fixtures/visits.ts";
import { createGoal } from "./create-goal.ts";
import { memoryGoals } from "./fixtures/memory-goals.ts";
import { listGoals } from "./list-goals.ts";
import { mostGoals, type NewGoal } from "./model.ts";

const actor = systemActor(workspaceId, "test");
const followers: NewGoal = {
  name: "More regulars",
  problem: "weak-awareness",
  kpi: "followers",
  channelId: "all",
  baseline: 1000,
  target: 1200,
  dueDay: "2026-12-31",
};

function aGoalWorld() {
  return { ...aWorld(), goals: memoryGoals() };
}

async function measure(world: ReturnType<typeof aGoalWorld>, day: string, count: number): Promise<void> {
  const measurement = aMeasurement({ followers: figure(count) });
  await world.measurements.put(workspaceId, "chan_1", { day, measuredAt: 0, measurement });
  await handleRollupMessage(world, { workspaceId, channelId: "chan_1", day });
}

describe("setting a goal", () => {
  it("begins today and takes the present figure as its baseline unless told otherwise", async () => {
    const world = aGoalWorld();
    await measure(world, "2026-11-21", 1040);
    const goal = unwrap(await createGoal(world, actor, { ...followers, baseline: undefined }));
    expect(goal).toMatchObject({ startDay: "2026-11-22", baseline: 1040, createdBy: "system:test" });
    expect(unwrap(await listGoals(world, actor))).toMatchObject([
      { goal: { id: goal.id }, current: figure(1040), state: "on-course" },
    ]);
  });

  it("takes visits of a site as the figure of a site, and of no channel that people follow", async () => {
    const site = aChannel({ id: "chan_site", workspaceId, platform: "google-analytics" });
    const world = aGoalWorld();
    const known = (id: string) => (id === site.id ? site : world.channels.get(workspaceId, id));
    const deps = {
      ...world,
      channels: { get: async (_: string, id: string) => known(id) },
      siteDays: memorySiteDays(aSiteDay("2026-11-20", [{ sessions: 120 }]), aSiteDay("2026-11-21", [{ sessions: 80 }])),
    };
    const visits = {
      ...followers,
      kpi: "siteVisits" as const,
      baseline: undefined,
      channelId: "chan_site",
      target: 900,
    };
    expect(unwrap(await createGoal(deps, actor, visits))).toMatchObject({ baseline: 200 });
    const refused = { ok: false, error: { code: "goal-figure-of-other" } };
    expect(await createGoal(deps, actor, { ...visits, channelId: "chan_1" })).toMatchObject(refused);
    expect(await createGoal(deps, actor, { ...followers, channelId: "chan_site" })).toMatchObject(refused);
  });

  it("is refused the second time for the same figure, channel and day", async () => {
    const world = aGoalWorld();
    unwrap(await createGoal(world, actor, followers));
    const again = await createGoal(world, actor, { ...followers, name: "Another name", target: 1500 });
    expect(again).toMatchObject({ ok: false, error: { kind: "conflict", code: "goal-exists" } });
    unwrap(await createGoal(world, actor, { ...followers, dueDay: "2027-01-31" }));
    expect(await world.goals.list(workspaceId)).toHaveLength(2);
  });

  const refusals: [string, Partial<NewGoal>][] = [
    ["goal-due-past", { dueDay: "2026-11-22" }],
    ["goal-due-past", { dueDay: "2020-01-01" }],
    ["goal-ends-before-start", { startDay: "2027-01-01" }],
    ["goal-too-far", { dueDay: "2036-01-01" }],
    ["goal-without-change", { target: 1000 }],
    ["goal-over-whole", { kpi: "shareAnswered", baseline: 0.5, target: 95 }],
    ["goal-over-whole", { kpi: "shareAnswered", baseline: 5, target: 0.9 }],
    ["goal-baseline-unknown", { baseline: undefined }],
    ["goal-channel-unknown", { channelId: "chan_of_others" }],
  ];
  it.each(refusals)("is refused with %s, in both languages, and stores nothing", async (code, change) => {
    const world = aGoalWorld();
    const refused = await createGoal(world, actor, { ...followers, ...change });
    expect(refused).toMatchObject({ ok: false, error: { code } });
    expect(await world.goals.list(workspaceId)).toEqual([]);
    if (!refused.ok) {
      for (const language of ["uk", "en"] as const) expect(failureText(language, refused.error).cure).toBeTruthy();
    }
  });

  it("may be set anew when the one before is archived", async () => {
    const world = aGoalWorld();
    const first = unwrap(await createGoal(world, actor, followers));
    await world.goals.save({ ...first, archived: true });
    expect(unwrap(await createGoal(world, actor, followers)).id).not.toBe(first.id);
  });

  it("is refused beyond as many as can be followed", async () => {
    const world = aGoalWorld();
    for (let nth = 0; nth < mostGoals; nth += 1) {
      const dueDay = `2027-03-${String(nth + 1).padStart(2, "0")}`;
      unwrap(await createGoal(world, actor, { ...followers, dueDay }));
    }
    expect(await createGoal(world, actor, followers)).toMatchObject({ error: { code: "too-many-goals" } });
  });

  it("is refused to an author", async () => {
    const author = { type: "member", workspaceId, memberId: "mem_1", role: "author", language: "uk" } as const;
    expect(await createGoal(aGoalWorld(), author, followers)).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
  });
});

describe("following goals", () => {
  it("says behind when the figure lags the straight line, and reached when it is there", async () => {
    const world = aGoalWorld();
    unwrap(await createGoal(world, actor, { ...followers, startDay: "2026-11-02", dueDay: "2026-12-12" }));
    await measure(world, "2026-11-22", 1080);
    expect(unwrap(await listGoals(world, actor))).toMatchObject([{ state: "behind", expectedProgress: 0.5 }]);
    await measure(world, "2026-11-22", 1200);
    expect(unwrap(await listGoals(world, actor))).toMatchObject([{ state: "reached" }]);
  });
});
