import { describe, expect, it } from "vitest";
import { aChannel } from "#tests/support/publishing-world.ts";
import { systemActor } from "../kernel/actor.ts";
import { fakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import { addDays } from "../kernel/time.ts";
import { aCampaign, aSiteDay, memorySiteDays, memorySites } from "./fixtures/visits.ts";
import { readVisits, type Site, type SiteDay } from "./index.ts";

const site = aChannel({ id: "chan_site", workspaceId: "ws_1", platform: "google-analytics", name: "lystok.example" });
const known: Site = { workspaceId: "ws_1", channelId: "chan_site", timeZone: "Europe/Kyiv", measuredAt: 1 };
const workspace = {
  id: "ws_1",
  name: "Листок",
  timeZone: "Europe/Kyiv",
  language: "uk" as const,
  currency: "UAH",
  createdAt: 0,
};

interface Given {
  readonly days?: readonly SiteDay[];
  readonly sites?: readonly Site[];
  readonly channels?: readonly ReturnType<typeof aChannel>[];
}

async function read({ days = [], sites = [known], channels = [site] }: Given, from = "2026-11-20", to = "2026-11-26") {
  const deps = {
    workspaces: { get: async () => workspace },
    channels: { list: async () => channels },
    sites: memorySites(...sites),
    siteDays: memorySiteDays(...days),
    campaigns: { list: async () => [aCampaign()] },
    posts: {
      getMany: async (_: string, ids: readonly string[]) =>
        ids.filter((id) => id === "post_01KNOWN0000").map((id) => ({ id, base: { text: "Гарбузовий лате" } }) as never),
    },
    clock: fakeClock("2026-11-26T10:00:00Z"),
  };
  return unwrap(await readVisits(deps, systemActor("ws_1", "test"), { from, to }));
}

/** Two weeks up to today with so many visits a day. */
const twoWeeks = (perDay: (back: number) => number): SiteDay[] =>
  Array.from({ length: 14 }, (_, back) => aSiteDay(addDays("2026-11-26", -back), [{ sessions: perDay(back) }]));

describe("site visits of a period", () => {
  it("are added up by day and compared with as many days before", async () => {
    const report = await read({ days: twoWeeks((back) => (back < 7 ? 12 : 10)) });
    expect(report).toMatchObject({
      total: { sessions: 84 },
      totalBefore: { sessions: 70 },
      before: { from: "2026-11-13", to: "2026-11-19" },
      change: { difference: 14 },
      step: "day",
      daysMissing: 0,
    });
    expect(report.change?.relative).toBeCloseTo(0.2);
    expect(report.series.map(({ sessions }) => sessions)).toEqual([12, 12, 12, 12, 12, 12, 12]);
  });

  it("are compared by the days' means where not as many days are known", async () => {
    const days = twoWeeks((back) => (back < 7 ? 12 : 10)).filter(({ day }) => day > "2026-11-17");
    const { change } = await read({ days });
    expect(change?.difference).toBeNull();
    expect(change?.relative).toBeCloseTo(0.2);
  });

  it("say that a day is not known, and never 0 for it", async () => {
    const days = twoWeeks(() => 10).filter(({ day }) => day !== "2026-11-23");
    const report = await read({ days });
    expect([report.daysMissing, report.series[3]]).toEqual([
      1,
      { from: "2026-11-23", to: "2026-11-23", sessions: null },
    ]);
    expect(report.total?.sessions).toBe(60);
  });

  it("tell a measured day without visits from one that is not known", async () => {
    const report = await read({ days: [aSiteDay("2026-11-21", [])] });
    expect(report.total).toEqual({ sessions: 0, engagedShare: null, keyEvents: 0, newUsers: 0, revenue: [] });
    expect(report.series.slice(0, 3).map(({ sessions }) => sessions)).toEqual([null, 0, null]);
  });

  it.each([
    [{ channels: [] as ReturnType<typeof aChannel>[] }, "no-site"],
    [{ sites: [] as Site[] }, "not-yet"],
    [{ sites: [{ ...known, trouble: "no-permission" as const }] }, "no-permission"],
    [{ sites: [{ ...known, trouble: "refused" as const }] }, "refused"],
    [{ sites: [] as Site[], channels: [{ ...site, state: "reconnect" as const }] }, "no-permission"],
  ])("are not available, with the reason: %o", async (given, why) => {
    expect(await read(given)).toMatchObject({ total: null, why, change: null, sources: [], campaigns: [] });
  });

  it("are told by source, with what was paid for, against the period before", async () => {
    const days = [
      aSiteDay("2026-11-25", [
        { source: "facebook", sessions: 30, engaged: 15 },
        { source: "facebook", sessions: 10, kind: "paid" },
        { source: "instagram", sessions: 20 },
      ]),
      aSiteDay("2026-11-18", [{ source: "facebook", sessions: 20 }]),
    ];
    expect((await read({ days })).sources).toMatchObject([
      { source: "facebook", sessions: 40, paid: 10, compared: { now: 40, before: 20 }, engagedShare: 0.375 },
      { source: "instagram", sessions: 20, paid: 0, compared: { now: 20, before: 0 } },
    ]);
  });

  it("belong to the campaign whose code or name the tag bears, in whatever case; those of none come last", async () => {
    const days = [
      aSiteDay("2026-11-25", [
        { campaign: "", sessions: 50 },
        { campaign: "Autumn-Menu", sessions: 6, revenue: 100_00, keyEvents: 1.5 },
        { campaign: "осіннє меню", sessions: 5 },
        { campaign: "partner", sessions: 3 },
      ]),
    ];
    expect((await read({ days })).campaigns).toMatchObject([
      { code: "autumn-menu", campaignId: "camp_1", name: "Осіннє меню", sessions: 11, keyEvents: 1.5 },
      { code: "partner", campaignId: null, name: "partner", sessions: 3 },
      { code: "", sessions: 50 },
    ]);
  });

  it("are traced to posts of ours by the content of the tag, and to no others", async () => {
    const days = [
      aSiteDay("2026-11-25", [
        { content: "post_01KNOWN0000", sessions: 4 },
        { content: "post_01FOREIGN00", sessions: 9 },
        { content: "banner", sessions: 9 },
      ]),
    ];
    expect((await read({ days })).posts).toMatchObject([
      { postId: "post_01KNOWN0000", text: "Гарбузовий лате", sessions: 4 },
    ]);
  });

  it("show twelve sources and the rest as one, whose sum is all", async () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({ source: `s${index}`, sessions: 40 - index }));
    const { sources, total } = await read({ days: [aSiteDay("2026-11-25", rows)] });
    expect([sources.length, sources.at(-1)?.source]).toEqual([13, "(other)"]);
    expect(sources.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(total?.sessions);
  });

  it("say from which day on analytics are still counting, by the site's own zone", async () => {
    const measuredAt = Date.parse("2026-11-26T08:00:00Z");
    const days = twoWeeks(() => 5).map((day) => ({ ...day, measuredAt }));
    expect((await read({ days })).settlingFrom).toBe("2026-11-24");
    const settled = twoWeeks(() => 5);
    expect((await read({ days: settled })).settlingFrom).toBeNull();
  });

  it("are compared without the days that are still being counted, and without as many before", async () => {
    const measuredAt = Date.parse("2026-11-26T08:00:00Z");
    const days = twoWeeks((back) => (back < 3 ? 1 : back < 7 ? 12 : 10)).map((day) => ({ ...day, measuredAt }));
    const { change, sources } = await read({ days });
    expect(change?.difference).toBe(4 * 12 - 4 * 10);
    expect(change?.relative).toBeCloseTo(0.2);
    expect(sources).toMatchObject([{ sessions: 51, compared: { now: 12, before: 10 } }]);
  });

  it("are drawn by weeks that end with the period where it is long", async () => {
    const days = Array.from({ length: 366 }, (_, back) => aSiteDay(addDays("2026-11-26", -back), [{ sessions: 1 }]));
    const { step, series } = await read({ days }, "2025-11-27", "2026-11-26");
    expect([step, series.length, series.at(-1)]).toEqual([
      "week",
      53,
      { from: "2026-11-20", to: "2026-11-26", sessions: 7 },
    ]);
  });

  it("refuse a period that is reversed or longer than a year", async () => {
    await expect(read({}, "2026-11-26", "2026-11-20")).rejects.toThrow("period-reversed");
    await expect(read({}, "2025-01-01", "2026-11-20")).rejects.toThrow("period-too-long");
  });
});
