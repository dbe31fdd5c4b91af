import { afterAll, beforeAll, expect, it } from "vitest";
import { busySheets } from "#core/insights/fixtures/busy-sheets.ts";
import { aWorld, workspaceId } from "#core/insights/fixtures/world.ts";
import { readKpis } from "#core/insights/index.ts";
import { systemActor } from "#core/kernel/actor.ts";
import { unwrap } from "#core/kernel/result.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { bucketRepository } from "./bucket-repository.ts";
import { kpiRepository } from "./kpi-repository.ts";

let dynamo: TestDynamo;
const spent = { queries: 0, readUnits: 0 };
beforeAll(async () => {
  dynamo = await startTestDynamo();
  dynamo.client.middlewareStack.add(
    (next, context) => async (given) => {
      if (context.commandName === "QueryCommand") Object.assign(given.input, { ReturnConsumedCapacity: "TOTAL" });
      const answer = await next(given);
      const output = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } };
      if (context.commandName === "QueryCommand") spent.queries += 1;
      spent.readUnits += output.ConsumedCapacity?.CapacityUnits ?? 0;
      return answer;
    },
    { step: "initialize" },
  );
});
afterAll(() => dynamo.stop());

it("reads twelve months of a busy workspace of 20 channels, and the twelve before, by two queries and four units; by months, one and nine", async () => {
  const { sheets } = bucketRepository(dynamo);
  for (const { key, sheet } of busySheets("2024-11-18", 735)) await sheets.write({ workspaceId, ...key }, sheet, 0);
  const world = aWorld({ start: "2026-11-19T12:00:00Z" });
  const actor = systemActor(workspaceId, "test");
  const read = async (from: string, by: "week" | "month" = "week") => {
    Object.assign(spent, { queries: 0, readUnits: 0 });
    const deps = { ...world, kpiDays: kpiRepository(dynamo) };
    const report = unwrap(await readKpis(deps, actor, { channelId: "all", by, from, to: "2026-11-19" }));
    return { report, spent: { ...spent } };
  };
  const year = await read("2025-11-24");
  expect(year.report.series).toHaveLength(52);
  expect(year.report.kpis.leads.new.available && year.report.before.kpis.leads.new.available).toBe(true);
  expect(year.spent.queries).toBeLessThanOrEqual(2);
  expect(year.spent.readUnits).toBeLessThanOrEqual(4);
  const months = await read("2025-11-24", "month");
  expect(months.report.series).toHaveLength(13);
  expect(months.spent.queries).toBe(1);
  expect(months.spent.readUnits).toBeLessThanOrEqual(9);
  const month = await read("2026-10-23");
  expect(month.report.series).toHaveLength(28);
  expect(month.spent.queries).toBe(1);
  expect(month.spent.readUnits).toBeLessThanOrEqual(2);
});
