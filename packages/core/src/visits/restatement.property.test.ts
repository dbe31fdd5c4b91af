import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type MeteredDynamo, startMeteredDynamo } from "#tests/bench/rollup/metered-dynamo.ts";
import { siteDayRepository, siteRepository } from "../adapters/dynamo/visit-repository.ts";
import { visitKinds } from "../channels/visits.ts";
import { newestReport } from "../kernel/restated.ts";
import { addDays } from "../kernel/time.ts";
import { aSiteDay, someVisits } from "./fixtures/visits.ts";
import { rowsOfDay, type SiteDay, saysTheSame } from "./model.ts";

let dynamo: MeteredDynamo;
beforeAll(async () => {
  dynamo = await startMeteredDynamo();
});
afterAll(() => dynamo.stop());

const figures = fc.nat({ max: 500 });
const row = fc.record({
  source: fc.constantFrom("facebook", "instagram", "(other)", ""),
  medium: fc.constantFrom("social", ""),
  campaign: fc.constantFrom("autumn", 'зима "2"\\', ""),
  content: fc.constantFrom("", "post_01"),
  kind: fc.constantFrom(...visitKinds),
  sessions: figures,
  engaged: figures,
  keyEvents: fc.nat({ max: 900 }).map((hundredth) => hundredth / 100),
  newUsers: figures,
  revenue: fc.integer({ min: -500, max: 500 }),
});
const report = fc.record({
  channelId: fc.constant("chan_site"),
  day: fc.constant("2026-11-20"),
  currency: fc.constantFrom("UAH", "USD"),
  measuredAt: fc.integer({ min: 1, max: 4 }),
  rows: fc.array(row, { maxLength: 4 }).map(rowsOfDay),
  withheld: fc.boolean(),
  sampled: fc.boolean(),
});

it("stores the newest report as it was, in any order, and keeps every one that differed from what was known", async () => {
  const days = siteDayRepository(dynamo.free);
  let workspaces = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(report, { minLength: 1, maxLength: 5 }), async (reports) => {
      const workspaceId = `ws_${workspaces++}`;
      let known: SiteDay | null = null;
      let changes = 0;
      for (const one of reports) {
        await days.put(workspaceId, one);
        changes += known && saysTheSame(known, one) ? 0 : 1;
        known = newestReport(known, one);
      }
      expect(await days.between(workspaceId, "2026-11-20", "2026-11-20")).toEqual([known]);
      const history = await days.history(workspaceId, "chan_site", "2026-11-20");
      const instants = new Set(reports.map(({ measuredAt }) => measuredAt));
      expect(history.length).toBeLessThanOrEqual(Math.min(changes, instants.size));
      expect(history.length).toBeGreaterThan(0);
      expect(history.map(({ measuredAt }) => measuredAt)).toEqual([...history.map((it) => it.measuredAt)].sort());
    }),
    { numRuns: 25 },
  );
});

it("keeps a day small and its sums exact, whatever comes", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
      const wide = rows.map((one, index) => ({ ...one, content: `post_${index % 90}` }));
      const kept = rowsOfDay(wide);
      expect(kept.length).toBeLessThanOrEqual(40 + visitKinds.length);
      for (const name of ["sessions", "engaged", "newUsers", "revenue"] as const) {
        const sum = (some: readonly { [Key in typeof name]: number }[]) =>
          some.reduce((total, one) => total + one[name], 0);
        expect(sum(kept)).toBe(sum(wide));
      }
      expect(rowsOfDay(wide.toReversed())).toEqual(kept);
    }),
    { numRuns: 50 },
  );
});

it("notes a site in one write, and ends its trouble when visits come", async () => {
  const sites = siteRepository(dynamo.metered);
  const key = { workspaceId: "ws_site", channelId: "chan_site" };
  await sites.note(key, { restUntil: 5 });
  await sites.note(key, { trouble: "no-permission" });
  expect(await sites.get("ws_site", "chan_site")).toEqual({ ...key, restUntil: 5, trouble: "no-permission" });
  dynamo.spent();
  await sites.note(key, { measuredAt: 9, timeZone: "Europe/Kyiv" });
  expect(dynamo.spent().calls).toBe(1);
  expect(await sites.list("ws_site")).toEqual([{ ...key, measuredAt: 9, timeZone: "Europe/Kyiv" }]);
});

it("reads a year of a busy site in one query of few read units", { timeout: 60_000 }, async () => {
  const free = siteDayRepository(dynamo.free);
  // Twenty origins a day are more than most sites have.
  const rows = Array.from({ length: 20 }, (_, index) =>
    someVisits({ source: `network-${index % 6}`, campaign: `campaign-${index}`, sessions: 20 + index, engaged: 11 }),
  );
  const days = Array.from({ length: 366 }, (_, back) => addDays("2026-11-26", -back));
  while (days.length > 0) {
    await Promise.all(days.splice(0, 40).map((day) => free.put("ws_year", aSiteDay(day, rows))));
  }
  dynamo.spent();
  const year = await siteDayRepository(dynamo.metered).between("ws_year", "2025-11-26", "2026-11-26");
  expect(year.length).toBe(366);
  const { calls, queries, readUnits } = dynamo.spent();
  expect([calls, queries]).toEqual([1, 1]);
  expect(readUnits).toBeLessThanOrEqual(55);
});
