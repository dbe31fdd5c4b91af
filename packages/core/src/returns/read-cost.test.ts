import { afterAll, beforeAll, expect, it } from "vitest";
import { type MeteredDynamo, startMeteredDynamo } from "#tests/bench/rollup/metered-dynamo.ts";
import { returnWorld } from "#tests/support/return-world.ts";
import { addDays } from "../kernel/time.ts";

let dynamo: MeteredDynamo;
beforeAll(async () => {
  dynamo = await startMeteredDynamo();
});
afterAll(() => dynamo.stop());

/** So many leads are won in the month that is read. */
const wonInMonth = 40;

async function fill(workspaceId: string, month: string, wins: number): Promise<void> {
  const world = returnWorld(dynamo.free, workspaceId);
  await world.chooses("act_1");
  const campaigns = Object.fromEntries(
    Array.from({ length: 5 }, (_, at) => [
      `12021100000000001${at}`,
      { name: `Кампанія ${at}`, spend: 10_00, clicks: 3 },
    ]),
  );
  for (let day = `${month}-01`; day <= `${month}-28`; day = addDays(day, 1)) await world.spends(day, campaigns);
  for (const kind of ["content", "tools", "training"] as const) await world.plans({ kind, spent: 100_00, month });
  const wonAt = `${month}-15T10:00:00Z`;
  for (let at = 0; at < wins; at += 1) await world.wins({ value: 5_00, first: { channelId: "chan_1" }, wonAt });
}

it("costs what the period holds, in seven queries, whatever stood before it", { timeout: 60_000 }, async () => {
  await fill("ws_cost", "2026-11", wonInMonth);
  const read = async () => {
    dynamo.spent();
    const report = await returnWorld(dynamo.metered, "ws_cost").november();
    expect(report.won.first.leads).toBe(wonInMonth);
    return dynamo.spent();
  };
  const alone = await read();
  await fill("ws_cost", "2026-09", 100);
  const withHistory = await read();
  expect(withHistory).toEqual(alone);
  expect([alone.queries, alone.calls]).toEqual([7, 7]);
  expect(alone.readUnits).toBeLessThanOrEqual(10);
});
