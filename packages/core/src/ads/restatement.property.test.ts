import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { adDayRepository } from "../adapters/dynamo/ad-repository.ts";
import type { AdCampaignFigures } from "../channels/ads.ts";
import { newestReport } from "../kernel/restated.ts";
import { canonicalJson } from "../kernel/stamped.ts";
import { type AdDay, campaignsOfDay, otherCampaigns } from "./model.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const figures = fc.nat({ max: 500 });
const campaign = fc.record({
  campaignId: fc.constantFrom("11", "12", "13"),
  name: fc.constantFrom("Осінь", "Зима"),
  spend: figures,
  impressions: figures,
  clicks: figures,
  leads: figures,
});
const report = fc.record({
  accountId: fc.constant("act_1"),
  day: fc.constant("2026-11-20"),
  currency: fc.constantFrom("UAH", "USD"),
  measuredAt: fc.integer({ min: 1, max: 4 }),
  campaigns: fc.array(campaign, { maxLength: 3 }).map(campaignsOfDay),
});

it("leaves the newest report, whatever order they come in and however often", () => {
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (reports, order) => {
      const last = (some: readonly AdDay[]) => some.reduce<AdDay | null>(newestReport, null);
      const shuffled = [...reports, ...reports].map((one) => [order.next().value, one] as const);
      const again = last(shuffled.toSorted(([a], [b]) => a - b).map(([, one]) => one));
      expect(again).toEqual(last(reports));
      expect(again?.measuredAt).toBe(Math.max(...reports.map(({ measuredAt }) => measuredAt)));
    }),
  );
});

it("stores the newest and keeps every report that differed from what was known", async () => {
  const days = adDayRepository(dynamo);
  let workspaces = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(report, { minLength: 1, maxLength: 5 }), async (reports) => {
      const workspaceId = `ws_${workspaces++}`;
      let known: AdDay | null = null;
      let changes = 0;
      for (const one of reports) {
        await days.put(workspaceId, one);
        const differs =
          !known || canonicalJson([known.currency, known.campaigns]) !== canonicalJson([one.currency, one.campaigns]);
        changes += differs ? 1 : 0;
        known = newestReport(known, one);
      }
      expect(await days.between(workspaceId, "2026-11-20", "2026-11-20")).toEqual([known]);
      const history = await days.history(workspaceId, "act_1", "2026-11-20");
      const instants = new Set(reports.map(({ measuredAt }) => measuredAt));
      expect(history.length).toBeLessThanOrEqual(Math.min(changes, instants.size));
      expect(history.length).toBeGreaterThan(0);
      expect(history.map(({ measuredAt }) => measuredAt)).toEqual([...history.map((it) => it.measuredAt)].sort());
    }),
    { numRuns: 25 },
  );
});

it("keeps yesterday's first figure when the platform corrects it", async () => {
  const days = adDayRepository(dynamo);
  const first: AdDay = {
    accountId: "act_1",
    day: "2026-11-25",
    currency: "UAH",
    measuredAt: 10,
    campaigns: [{ campaignId: "11", name: "Осінь", spend: 50_00, impressions: 900, clicks: 12, leads: 1 }],
  };
  const corrected = { ...first, measuredAt: 20, campaigns: first.campaigns.map((row) => ({ ...row, spend: 48_50 })) };
  await days.put("ws_kept", corrected);
  await days.put("ws_kept", first);
  await days.put("ws_kept", { ...corrected, measuredAt: 30 });
  expect(await days.between("ws_kept", "2026-11-25", "2026-11-25")).toEqual([{ ...corrected, measuredAt: 30 }]);
  expect(await days.history("ws_kept", "act_1", "2026-11-25")).toEqual([first, corrected]);
});

it("folds the smallest of very many campaigns into one and loses nothing of the sums", () => {
  const many = Array.from({ length: 400 }, (_, at): AdCampaignFigures => {
    return { campaignId: `c${at}`, name: `${at}`, spend: at, impressions: 10, clicks: 2, leads: 1 };
  });
  const kept = campaignsOfDay(many);
  expect(kept).toHaveLength(301);
  expect(kept.at(-1)).toMatchObject({ campaignId: otherCampaigns, impressions: 1_000, clicks: 200, leads: 100 });
  expect(kept.reduce((sum, { spend }) => sum + spend, 0)).toBe((399 * 400) / 2);
});
