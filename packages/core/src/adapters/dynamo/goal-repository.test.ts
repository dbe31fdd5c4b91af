import { afterAll, beforeAll, expect, it } from "vitest";
import type { Goal } from "#core/strategy/index.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { goalRepository } from "./goal-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const aGoal = (id: string, dueDay: string, workspaceId = "ws_1"): Goal => ({
  id,
  workspaceId,
  name: "Більше гостей",
  problem: "slow-sales",
  kpi: "leads",
  channelId: "all",
  baseline: 4,
  target: 10,
  startDay: "2026-11-22",
  dueDay,
  archived: false,
  history: [{ at: 1, by: "mem_1", what: "set" }],
  version: 1,
  createdBy: "mem_1",
  createdAt: 1,
});

it("stores a goal once and lists a workspace's own, the one due first at the top", async () => {
  const goals = goalRepository(dynamo);
  const [late, soon] = [aGoal("goal_a", "2027-06-01"), aGoal("goal_b", "2026-12-31")];
  expect(await goals.create(late)).toBe(true);
  expect(await goals.create(soon)).toBe(true);
  expect(await goals.create({ ...late, target: 99 })).toBe(false);
  await goals.create(aGoal("goal_c", "2026-12-01", "ws_2"));
  expect(await goals.list("ws_1")).toEqual([soon, late]);
  expect(await goals.get("ws_2", late.id)).toBeNull();
});

it("writes a change on the version it was made from, and once only", async () => {
  const goals = goalRepository(dynamo);
  const goal = aGoal("goal_v", "2027-03-01", "ws_3");
  await goals.create(goal);
  const saved = await goals.save({ ...goal, dueDay: "2027-05-01" });
  expect(saved).toMatchObject({ version: 2, dueDay: "2027-05-01" });
  expect(await goals.save({ ...goal, name: "Інше" })).toBeNull();
  expect(await goals.list("ws_3")).toEqual([saved]);
});
