import { afterAll, beforeAll, expect, it } from "vitest";
import { aWorld, workspaceId } from "#core/insights/fixtures/world.ts";
import { type KpiParts, mergeDays, noParts, pageOf, readKpis } from "#core/insights/index.ts";
import { systemActor } from "#core/kernel/actor.ts";
import { unwrap } from "#core/kernel/result.ts";
import { addDays } from "#core/kernel/time.ts";
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

/** Figures of a busy workspace: 20 channels, some 20 publications, 150 answers and 17,000 people reached a day. */
function busyDays(first: string, count: number): Map<string, KpiParts> {
  let seed = 42;
  const between = (low: number, high: number) => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return low + Math.floor((seed / 4_294_967_296) * (high - low + 1));
  };
  const known = (sum: number, of = 20) => ({ sum, known: of, absent: {} });
  const ofType = (most: number) => {
    const interactions = known(between(20, 400), between(20, 60));
    return { posts: between(0, most), interactions, rate: { ...interactions, of: between(500, 9000) } };
  };
  let followers = 84_210;
  const day = (at: number): KpiParts => {
    const start = followers;
    followers += between(-20, 80);
    const [reach, interactions, answered] = [between(8000, 26_000), between(400, 1900), between(90, 210)];
    const counts = Array.from({ length: 40 }, () => 0);
    for (let n = 0; n < answered; n++) {
      const step = Math.floor((between(0, 12) + between(0, 13) + between(0, 14)) % 40);
      counts[step] = (counts[step] ?? 0) + 1;
    }
    const negative = { messages: between(2, 20), lowReviews: between(0, 3) };
    return {
      growth: { start: known(start), end: known(followers), change: known(followers - start), base: start },
      interactions: known(interactions),
      engagement: { ...known(interactions), of: reach },
      reach: known(reach),
      reachByViews: 4,
      types: { ...noParts.types, image: ofType(8), video: ofType(5), carousel: ofType(3), link: ofType(5) },
      leads: { count: between(0, 9), won: between(0, 3), bySource: { thread: between(1, 5) }, value: { UAH: 100_000 } },
      response: {
        received: answered + 9,
        answered,
        targeted: answered + 9,
        within: between(60, 90),
        durations: { counts },
      },
      negative: { ...negative, actions: noParts.reach, rate: { ...known(negative.messages), of: reach } },
      measuredAt: Date.parse("2024-11-25T21:00:00Z") + at * 86_400_000 + between(0, 20) * 60_000,
      profile: { ...noParts.profile, country: { weight: 1, groups: { UA: 8700 + between(0, 1), PL: 500, DE: 300 } } },
    };
  };
  return new Map(Array.from({ length: count }, (_, at) => [addDays(first, at), day(at)]));
}

it("reads twelve months of a busy workspace of 20 channels, and the twelve before, by two queries and four units", async () => {
  const { sheets } = bucketRepository(dynamo);
  const first = "2024-11-18";
  const days = busyDays(first, 735);
  const mondays = Array.from({ length: 105 }, (_, week) => addDays(first, 7 * week));
  const weeks = mondays.map((monday): [string, KpiParts] => {
    const week = Array.from({ length: 7 }, (_, n) => days.get(addDays(monday, n)) ?? noParts);
    return [monday, mergeDays(week)];
  });
  for (const [grain, rows] of [["day", [...days]] as const, ["week", weeks] as const]) {
    for (const page of new Set(rows.map(([day]) => pageOf(grain, day)))) {
      const sheet = new Map(rows.filter(([day]) => pageOf(grain, day) === page));
      await sheets.write({ workspaceId, scope: "all", grain, page }, sheet, 0);
    }
  }
  const world = aWorld({ start: "2026-11-19T12:00:00Z" });
  const actor = systemActor(workspaceId, "test");
  const read = async (from: string) => {
    Object.assign(spent, { queries: 0, readUnits: 0 });
    const deps = { ...world, kpiDays: kpiRepository(dynamo) };
    const report = unwrap(await readKpis(deps, actor, { channelId: "all", from, to: "2026-11-19" }));
    return { report, spent: { ...spent } };
  };
  const year = await read("2025-11-24");
  expect(year.report.series).toHaveLength(52);
  expect(year.report.kpis.leads.new.available && year.report.before.kpis.leads.new.available).toBe(true);
  expect(year.spent.queries).toBeLessThanOrEqual(2);
  expect(year.spent.readUnits).toBeLessThanOrEqual(4);
  const month = await read("2026-10-23");
  expect(month.report.series).toHaveLength(28);
  expect(month.spent.queries).toBe(1);
  expect(month.spent.readUnits).toBeLessThanOrEqual(2);
});
