import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type ReturnWorld, returnWorld } from "#tests/support/return-world.ts";
import type { Lead } from "../leads/index.ts";
import type { Won } from "./index.ts";
import { costOfLead } from "./ratios.ts";

let dynamo: TestDynamo;
let world: ReturnWorld;
let workspaces = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  world = returnWorld(dynamo, `ws_ret${workspaces++}`);
});

const hryvnias = (minorUnits: number) => [{ currency: "UAH", minorUnits }];
const hundred = (minorUnits: number) => ({ available: true as const, minorUnits, currency: "UAH" });
const none: Won = {
  ...{ leads: 0, withoutValue: 0, value: [] },
  worth: { available: true, minorUnits: 0, currency: "UAH" },
};

describe("what ads cost and brought", () => {
  it("is not available, and not 0, while no ad account is chosen", async () => {
    const { ads, cost, costPerLead, roi } = await world.november();
    expect(ads.spend).toEqual({ available: false, reason: "no-account" });
    expect(ads.clicks).toEqual({ available: false, reason: "no-account" });
    expect(cost).toMatchObject({ available: true, minorUnits: 0 });
    expect(costPerLead).toEqual({ available: false, reason: "no-leads" });
    expect(roi.first).toEqual({ available: false, reason: "no-cost" });
  });

  it("has a cost of a lead only where something was spent", () => {
    const leads = { available: true, value: 3 } as const;
    expect(costOfLead(hundred(0), leads)).toEqual({ available: false, reason: "no-cost" });
    expect(costOfLead(hundred(100), leads)).toEqual(hundred(33));
    expect(costOfLead(hundred(100), { ...leads, value: 0 })).toEqual({ available: false, reason: "no-leads" });
  });

  it("says why nothing is known of a chosen account", async () => {
    await world.chooses("act_1");
    expect((await world.november()).ads.spend).toEqual({ available: false, reason: "not-yet" });
    expect((await world.november()).cost).toEqual({ available: false, reason: "not-yet" });
    await world.chooses("act_1", "no-permission");
    expect((await world.november()).roi.last).toEqual({ available: false, reason: "no-permission" });
  });

  it("adds the days up, and counts those that were not measured", async () => {
    await world.chooses("act_1");
    await world.spends("2026-11-20", { "11": { spend: 10_00, clicks: 4, leads: 2 } });
    await world.spends("2026-11-21", {});
    for (const outside of ["2026-11-19", "2026-11-25"])
      await world.spends(outside, { "11": { spend: 99_00, clicks: 9 } });
    await world.spends("2026-11-22", { "11": { spend: 5_01, clicks: 3, leads: 1 } });
    const { ads, daysMissing, days } = await world.reads("2026-11-20", "2026-11-24");
    expect(ads.spend).toEqual({ available: true, minorUnits: 15_01, currency: "UAH" });
    expect(ads.costPerLead).toEqual({ available: true, minorUnits: 5_00, currency: "UAH" });
    expect(ads.costPerClick).toEqual({ available: true, minorUnits: 2_14, currency: "UAH" });
    expect(daysMissing).toBe(2);
    expect(days.map(({ spend }) => spend)).toEqual([10_00, 0, 5_01, null, null]);
  });

  it("miss no day that has not begun yet", async () => {
    await world.chooses("act_1");
    const { daysMissing, days } = await world.reads("2026-11-25", "2026-12-10");
    expect([daysMissing, days.map(({ day }) => day)]).toEqual([2, ["2026-11-25", "2026-11-26"]]);
  });

  it("has no sum of several currencies without a rate, says which is missing, and tells them apart", async () => {
    await world.chooses("act_1");
    await world.spends("2026-11-20", { "11": { spend: 10_00 } }, { currency: "USD" });
    await world.plans({ kind: "tools", spent: 3_000_00 });
    await world.wins({ value: 90_000_00, first: { channelId: "chan_1" } });
    const { ads, cost, roi, adSpend, budgetSpent, rates, missingRates } = await world.november();
    expect(ads.spend).toEqual({ available: true, minorUnits: 10_00, currency: "USD" });
    expect(cost).toEqual({ available: false, reason: "no-rate" });
    expect(roi.first).toEqual({ available: false, reason: "no-rate" });
    expect([adSpend, budgetSpent]).toEqual([[{ currency: "USD", minorUnits: 10_00 }], hryvnias(3_000_00)]);
    expect([rates, missingRates]).toEqual([[], [{ month: "2026-11", from: "USD" }]]);
  });

  it("is converted by the workspace's rate of its month, with the rate beside it", async () => {
    await world.chooses("act_1");
    await world.counts("USD", "41.25");
    await world.counts("USD", "40", "2026-10");
    await world.spends("2026-10-31", { "11": { spend: 100_00, clicks: 10 } }, { currency: "USD" });
    await world.spends("2026-11-01", { "11": { spend: 10_00, clicks: 10, leads: 1 } }, { currency: "USD" });
    await world.spends("2026-11-01", { "21": { spend: 50_00 } }, { accountId: "act_2" });
    await world.wins({ value: 1_000_00, currency: "USD", first: { channelId: "chan_1" } });
    const { ads, cost, roi, won, days, campaigns, rates, missingRates } = await world.reads("2026-10-31", "2026-11-20");
    expect(ads.spend).toEqual(hundred(4_000_00 + 412_50 + 50_00));
    expect(cost).toEqual(ads.spend);
    expect(ads.costPerLead).toEqual(hundred(4_462_50));
    expect(won.last.worth).toEqual(hundred(41_250_00));
    expect(won.last.value).toEqual([{ currency: "USD", minorUnits: 1_000_00 }]);
    expect(roi.last).toEqual({ available: true, value: (41_250_00 - 4_462_50) / 4_462_50 });
    expect(days.slice(0, 2).map(({ spend }) => spend)).toEqual([4_000_00, 462_50]);
    expect(campaigns.map(({ key, ads: own }) => [key, own?.spend])).toEqual([
      ["ad:11", hundred(4_412_50)],
      ["ad:21", hundred(50_00)],
      [null, undefined],
    ]);
    expect(rates.map(({ month, from, rate }) => [month, from, rate])).toEqual([
      ["2026-10", "USD", "40"],
      ["2026-11", "USD", "41.25"],
    ]);
    expect(missingRates).toEqual([]);
  });

  it("stays in its own currency where all of it is of one and a month has no rate", async () => {
    await world.chooses("act_1");
    await world.counts("USD", "40", "2026-10");
    await world.spends("2026-10-31", { "11": { spend: 100_00 } }, { currency: "USD" });
    await world.spends("2026-11-01", { "11": { spend: 10_00 } }, { currency: "USD" });
    await world.wins({ value: 220_00, currency: "USD", first: { channelId: "chan_1" } });
    const { cost, roi, days, missingRates } = await world.reads("2026-10-31", "2026-11-20");
    expect(cost).toEqual({ available: true, minorUnits: 110_00, currency: "USD" });
    expect(roi.first).toEqual({ available: true, value: 1 });
    expect(days.slice(0, 2).map(({ spend }) => spend)).toEqual([100_00, 10_00]);
    expect(missingRates).toEqual([{ month: "2026-11", from: "USD" }]);
  });
});

describe("the return", () => {
  it("is what was won less what it cost, by that cost, by first and by last touch", async () => {
    await world.chooses("act_1");
    await world.spends("2026-11-20", { "11": { spend: 1_000_00 } });
    await world.plans({ kind: "content", spent: 3_000_00 });
    await world.wins({ value: 5_000_00, first: { channelId: "chan_1" }, last: { channelId: "chan_2" } });
    await world.wins({ value: 1_000_00, first: {}, last: { channelId: "chan_1" } });
    const { cost, roi, won, unknown, channels } = await world.november();
    expect(cost).toEqual({ available: true, minorUnits: 4_000_00, currency: "UAH" });
    expect(won.first.value).toEqual(hryvnias(5_000_00));
    expect(won.last.value).toEqual(hryvnias(6_000_00));
    expect(unknown.first).toMatchObject({ leads: 1, withoutValue: 0, value: hryvnias(1_000_00) });
    expect(unknown.last).toEqual(none);
    expect(roi).toEqual({ first: { available: true, value: 0.25 }, last: { available: true, value: 0.5 } });
    expect(channels.map(({ channelId, won: { first, last } }) => [channelId, first.leads, last.leads])).toEqual([
      ["chan_2", 0, 1],
      ["chan_1", 1, 1],
      [null, 1, 0],
    ]);
  });

  it("takes of a month's budget the part of the period's days", async () => {
    await world.plans({ kind: "training", spent: 3_000_00 });
    expect((await world.reads("2026-11-01", "2026-11-10")).cost).toMatchObject({ minorUnits: 1_000_00 });
  });

  it("counts a lead in the period in which it was won, and no more once it is lost again or was another's", async () => {
    const lead = await world.wins({ value: 7_00, first: { channelId: "chan_1" }, createdAt: "2026-08-01T10:00:00Z" });
    expect((await world.november()).won.first.leads).toBe(1);
    expect((await world.reads("2026-08-01", "2026-08-31")).won.first.leads).toBe(0);
    await world.changes(lead, { stage: "lost" });
    expect((await world.november()).won.first).toEqual(none);
    const other = await world.wins({ value: 7_00, first: { channelId: "chan_1" } });
    await world.changes(other, { mergedInto: lead.id });
    expect((await world.november()).won.first).toEqual(none);
  });

  it("names those whose value nobody has written", async () => {
    await world.wins({ first: { channelId: "chan_1" } });
    expect((await world.november()).won.last).toMatchObject({ leads: 1, withoutValue: 1, value: [] });
  });
});

describe("campaigns", () => {
  it("are ours when the ad account's bears our name or code, and stand for themselves otherwise", async () => {
    await world.chooses("act_1");
    const autumn = await world.campaign("Осіннє меню", "autumn-2026");
    await world.spends("2026-11-20", {
      "11": { name: " AUTUMN-2026 ", spend: 100_00 },
      "12": { name: "осіннє меню", spend: 50_00 },
      "13": { name: "Зовсім інше", spend: 20_00 },
    });
    await world.wins({ value: 300_00, first: { campaignId: autumn }, last: { origin: { campaignId: "13" } } });
    await world.wins({ value: 60_00, first: { origin: { campaignId: "11" } } });
    await world.wins({ value: 1_00, first: { channelId: "chan_1" } });
    const { campaigns } = await world.november();
    const told = campaigns.map(({ key, name, ads, won, roi }) => ({
      key,
      name,
      spend: ads?.spend.available ? ads.spend.minorUnits : null,
      first: won.first.value,
      roi: roi.first.available ? roi.first.value : roi.first.reason,
    }));
    expect(told).toEqual([
      { key: autumn, name: "Осіннє меню", spend: 150_00, first: hryvnias(360_00), roi: 1.4 },
      { key: "ad:13", name: "Зовсім інше", spend: 20_00, first: [], roi: -1 },
      { key: null, name: "", spend: null, first: hryvnias(1_00), roi: "no-cost" },
    ]);
    expect(campaigns[1]?.won.last.value).toEqual(hryvnias(300_00));
  });
});

it("equals a recount from the leads themselves, and every lead's value is counted exactly once on each side", async () => {
  const ids = <T extends string>(...some: T[]) => fc.option(fc.constantFrom(...some), { nil: undefined });
  const touch = fc.record({
    channelId: ids("chan_1", "chan_2"),
    publicationId: ids("pub_1", "pub_2", "pub_3"),
    campaignId: ids("camp_1"),
  });
  const wonLead = fc.record({
    value: fc.option(fc.integer({ min: 1, max: 1_000_00 }), { nil: undefined }),
    currency: fc.constantFrom("UAH", "UAH", "EUR"),
    first: touch,
    last: fc.option(touch, { nil: undefined }),
    wonAt: fc.constantFrom(
      "2026-10-31T21:59:59Z",
      "2026-10-31T22:00:00Z",
      "2026-11-15T10:00:00Z",
      "2026-12-01T10:00:00Z",
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wonLead, { maxLength: 12 }), async (drawn) => {
      world = returnWorld(dynamo, `ws_ret${workspaces++}`);
      for (const one of drawn) await world.wins(one);
      const inside = world.leads.filter(({ stages }) => {
        const wonAt = stages.at(-1)?.at ?? 0;
        return wonAt >= Date.parse("2026-10-31T22:00:00Z") && wonAt < Date.parse("2026-11-30T22:00:00Z");
      });
      const report = await world.november();
      for (const side of ["first", "last"] as const) {
        const source = ({ sources }: Lead) => (side === "first" ? sources[0] : sources.at(-1));
        const total = [report.won[side], report.unknown[side]];
        expect(total.reduce((sum, { leads }) => sum + leads, 0)).toBe(inside.length);
        for (const id of ["chan_1", "chan_2"]) {
          const own = inside.filter((lead) => source(lead)?.channelId === id);
          const row = report.channels.find(({ channelId }) => channelId === id)?.won[side] ?? none;
          expect(row).toEqual(world.recounted(own));
        }
        for (const id of ["pub_1", "pub_2", "pub_3"]) {
          const own = inside.filter((lead) => source(lead)?.publicationId === id);
          const row = report.publications.find(({ publicationId }) => publicationId === id)?.won[side] ?? none;
          expect(row).toEqual(world.recounted(own));
        }
        const nowhere = inside.filter((lead) => {
          const { channelId, publicationId, campaignId } = source(lead) ?? {};
          return !channelId && !publicationId && !campaignId;
        });
        expect(report.unknown[side]).toEqual(world.recounted(nowhere));
      }
    }),
    { numRuns: 15 },
  );
});
