import { afterAll, beforeAll, expect, it } from "vitest";
import { figure } from "#core/channels/measurement.ts";
import { type Goal, progressOf } from "#core/strategy/index.ts";
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
  const listed = await goals.list("ws_1");
  expect(listed).toEqual([soon, late]);
  expect(listed.map((goal) => progressOf(goal, figure(10), "2026-11-23").state)).toEqual(["reached", "reached"]);
});
