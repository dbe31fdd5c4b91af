import { describe, expect, it } from "vitest";
import { aChannel, anAsset, aPost, aPublication } from "#tests/support/publishing-world.ts";
import type { Case } from "../cases/index.ts";
import type { Channel } from "../channels/connected/index.ts";
import { figure } from "../channels/measurement.ts";
import type { Competitor } from "../competitors/index.ts";
import type { Asset } from "../content/index.ts";
import type { Thread } from "../inbox/index.ts";
import { aLead, aMeasurement, aWorld } from "../insights/fixtures/world.ts";
import { handleRollupMessage, type PublicationResult } from "../insights/index.ts";
import { addDays, startOfDay } from "../kernel/time.ts";
import type { Publication } from "../publishing/index.ts";
import { aGoal } from "../strategy/fixtures/goals.ts";
import type { Goal } from "../strategy/index.ts";
import { aSiteDay, memorySiteDays, memorySites } from "../visits/fixtures/visits.ts";
import type { SiteDay } from "../visits/index.ts";
import type { RegisteredAlert } from "./collect/alerts.ts";
import { comparedWith } from "./collect/compare.ts";
import { type CollectDeps, collectReport } from "./collect-report.ts";
import { reportSections } from "./model.ts";

const zone = "Europe/Kyiv";
const workspaceId = "ws_1";
const week = { from: "2026-11-16", to: "2026-11-22" };
const at = (day: string, hour = 10) => startOfDay(day, zone) + hour * 3_600_000;

interface Stored {
  channels: Channel[];
  publications: Publication[];
  results: (PublicationResult & { channelId: string })[];
  threads: Partial<Thread>[];
  cases: Partial<Case>[];
  alerts: RegisteredAlert[];
  goals: Goal[];
  competitors: Competitor[];
  assets: Asset[];
  files: Map<string, Uint8Array>;
  visits: SiteDay[];
}

/** Two channels with figures of two weeks, and what else a test puts there. */
async function aBusiness(change: Partial<Stored> = {}) {
  const world = aWorld({ channels: ["chan_1", "chan_2"], start: "2026-11-23T07:00:00Z" });
  const channels = ["chan_1", "chan_2"].map((id) => aChannel({ id, name: `Channel ${id}`, connectedAt: 0 }));
  const stored: Stored = {
    ...{
      channels,
      publications: [],
      results: [],
      threads: [],
      cases: [],
      alerts: [],
      goals: [],
      competitors: [],
      assets: [],
      visits: [],
    },
    files: new Map(),
    ...change,
  };
  for (const [channelId, reach] of [
    ["chan_1", 100],
    ["chan_2", 40],
  ] as const) {
    for (let n = 0; n < 14; n++) {
      const day = addDays("2026-11-09", n);
      const measurement = aMeasurement({
        followers: figure(1000 + n),
        reach: figure(reach + n),
        interactions: figure(9),
      });
      await world.measurements.put(workspaceId, channelId, { day, measuredAt: at(day), measurement });
      if (channelId === "chan_1") world.store("leads", "none", aLead({ id: day, createdAt: at(day) }));
      await handleRollupMessage(world, { workspaceId, channelId, day });
    }
  }
  for (let n = 0; n < 14; n++)
    await handleRollupMessage(world, { workspaceId, channelId: "none", day: addDays("2026-11-09", n) });
  const deps: CollectDeps = {
    kpiDays: world.kpiDays,
    clock: world.clock,
    workspaces: { ...world.workspaces, create: async () => true },
    channels: { list: async () => stored.channels },
    publications: {
      list: async (_, { from, to, channelIds, limit, after }) =>
        stored.publications
          .filter(({ dueAt, channelId }) => dueAt >= from && dueAt < to && (channelIds?.includes(channelId) ?? true))
          .filter(({ dueAt }) => !after || dueAt > after.at)
          .slice(0, limit),
    },
    results: { since: async (_, channelId) => stored.results.filter((one) => one.channelId === channelId) },
    threads: { list: async () => stored.threads as Thread[] },
    posts: {
      list: async () => [aPost({ state: "in-review", channelIds: ["chan_2"] })],
      getMany: async () => [],
    },
    reviews: { listByChannelAndTime: async () => [] },
    cases: { list: async (_, state) => (stored.cases as Case[]).filter((one) => one.state === state) },
    leads: { agenda: async () => [], getMany: async () => [], wonBetween: async () => [] },
    alerts: {
      list: async (_, { state }) => stored.alerts.filter(({ outcome }) => (outcome ? "closed" : "open") === state),
    },
    goals: { list: async () => stored.goals },
    assets: { getMany: async (_, ids) => stored.assets.filter(({ id }) => ids.includes(id)) },
    objects: { read: async (key) => stored.files.get(key) ?? null },
    adAccounts: { list: async () => [] },
    adDays: { between: async () => [] },
    competitors: { list: async () => stored.competitors },
    pageDays: { between: async () => [] },
    sites: memorySites(),
    siteDays: memorySiteDays(...stored.visits),
    budgetLines: { between: async () => [] },
    exchangeRates: { between: async () => [] },
    campaigns: { list: async () => [] },
    adviceBooks: { get: async () => null },
    publicUrl: "https://social.example.com",
  };
  const collect = (scope: Partial<Parameters<typeof collectReport>[2]> = {}) =>
    collectReport(deps, workspaceId, { kind: "weekly", period: week, sections: reportSections, ...scope });
  return { collect };
}

const waiting = (id: string, channelId: string, dueAt: number): Partial<Thread> => ({
  ...{
    id,
    channelId,
    dueAt,
    unanswered: 1,
    state: "open",
    kind: "comment",
    excerpt: `words of ${id}`,
    customers: "1",
  },
});

describe("a report of a workspace with a site", () => {
  const site = aChannel({ id: "chan_site", platform: "google-analytics", name: "lystok.example", connectedAt: 0 });
  const channels = [aChannel({ id: "chan_1", name: "Channel chan_1", connectedAt: 0 }), site];
  const visits = Array.from({ length: 14 }, (_, n) =>
    aSiteDay(addDays("2026-11-09", n), [{ sessions: n < 7 ? 10 : 15 }]),
  );

  it("tells visits of the period against the one before, and the site is none of the channels people follow", async () => {
    const { collect } = await aBusiness({ channels, visits });
    const report = await collect();
    expect(report.visits).toMatchObject({ total: { sessions: 105 }, totalBefore: { sessions: 70 } });
    expect(report.figures.channels.map(({ name }) => name)).toEqual(["Channel chan_1"]);
  });

  it("compares a month with the month before by the day, whatever their lengths", async () => {
    const month = Array.from({ length: 61 }, (_, n) =>
      aSiteDay(addDays("2026-10-01", n), [{ sessions: n < 31 ? 10 : 20 }]),
    );
    const { collect } = await aBusiness({ channels, visits: month });
    const report = await collect({ kind: "monthly", period: { from: "2026-11-01", to: "2026-11-30" } });
    expect(report.visits).toMatchObject({ before: { from: "2026-10-01", to: "2026-10-31" } });
    expect(report.visits?.change).toEqual({ difference: null, relative: 1 });
  });

  it("says nothing of visits where there is no site, where nobody asked, and where it is about some channels", async () => {
    const without = await aBusiness();
    expect((await without.collect()).visits).toBeUndefined();
    const { collect } = await aBusiness({ channels, visits });
    expect((await collect({ sections: ["figures"] })).visits).toBeUndefined();
    expect((await collect({ channelIds: ["chan_1"] })).visits).toBeUndefined();
  });

  it("says that the site has to be connected again", async () => {
    const { collect } = await aBusiness({ channels: [{ ...site, state: "reconnect" }] });
    const { needs } = await collect();
    expect(needs.find(({ kind }) => kind === "reconnect-channel")).toMatchObject({ subject: "lystok.example" });
  });
});

describe("a report about some channels", () => {
  it("has the figures, needs and goals of these alone", async () => {
    const { collect } = await aBusiness({
      threads: [waiting("a", "chan_1", at("2026-11-22")), waiting("b", "chan_2", at("2026-11-22"))],
      goals: [aGoal({ id: "g1", channelId: "chan_2", target: 1010 }), aGoal({ id: "g2", channelId: "all" })],
      cases: [{ id: "c1", state: "open", openedAt: at("2026-11-18"), channelId: "chan_1" }],
      alerts: [
        {
          ...{
            id: "alr_1",
            kind: "crisis-words",
            side: "threat",
            severity: "critical",
            params: {},
            count: 1,
            lastSeenAt: 0,
          },
          channelId: "chan_1",
        },
      ],
    });
    const [all, one] = [await collect(), await collect({ channelIds: ["chan_2"] })];
    const reach = ({ figures }: typeof all) => figures.kpis.kpis.reach.people;
    expect([reach(all), reach(one)]).toEqual([figure(7 * 160), figure(7 * 50)]);
    expect([all.leads.received, one.leads.received]).toEqual([7, 0]);
    expect([all, one].map(({ goals }) => goals.map(({ id }) => id))).toEqual([["g1", "g2"], ["g1"]]);
    const kinds = ({ needs }: typeof all) => needs.map(({ kind, count }) => `${kind} ${count}`);
    expect(kinds(all)).toEqual(["critical-alert 1", "overdue-answers 2", "waiting-approvals 1", "open-cases 1"]);
    expect(kinds(one)).toEqual(["overdue-answers 1", "waiting-approvals 1"]);
    expect(one.onlyChannels).toEqual(["Channel chan_2"]);
    expect([all.spend !== undefined, one.spend]).toEqual([true, undefined]);
  });

  it("sets its channels beside the competitors of their platforms, where anybody is watched and asks", async () => {
    const watched = { id: "riv_1", platform: aChannel().platform, platformName: "Facebook", name: "Зерно", url: "" };
    const { collect } = await aBusiness({ competitors: [watched as Competitor] });
    const pagesOf = async (scope: object) =>
      (await collect(scope)).competitors?.map(({ pages }) => pages.map(({ id }) => id));
    expect(await pagesOf({})).toEqual([["chan_1", "chan_2", "riv_1"]]);
    expect(await pagesOf({ channelIds: ["chan_2"] })).toEqual([["chan_2", "riv_1"]]);
    expect(await pagesOf({ sections: ["summary"] })).toBeUndefined();
    expect((await (await aBusiness()).collect()).competitors).toEqual([]);
  });

  it("misses a channel that was connected and has no figures of a day", async () => {
    const late = aChannel({ id: "chan_3", name: "late", connectedAt: at("2026-11-18") });
    const { collect } = await aBusiness({
      channels: [aChannel({ id: "chan_1", connectedAt: 0 }), late],
    });
    const { figures } = await collect({ channelIds: ["chan_1", "chan_3"] });
    expect(figures.kpis.kpis.reach).toMatchObject({ people: figure(7 * 110), partial: true });
  });
});

describe("what is usual", () => {
  const posted = (channelId: string, n: number, publishedAt: number, interactions: number) => ({
    ...{ channelId, publicationId: `${channelId}_${n}`, publishedAt, contentType: "video" as const, measuredAt: 0 },
    ...{ interactions: figure(interactions), reach: figure(1000) },
  });
  const results = [
    ...Array.from({ length: 12 }, (_, n) => posted("chan_1", n, at(addDays("2026-11-01", n)), 10 + n)),
    // After the period, and too young to be a measure.
    posted("chan_1", 98, at("2026-11-23", 1), 900),
    posted("chan_1", 99, at("2026-11-22", 23), 900),
    ...Array.from({ length: 3 }, (_, n) => posted("chan_2", n, at(addDays("2026-11-01", n)), 50)),
  ];
  const quarter = { kind: "quarterly", period: { from: "2026-08-25", to: "2026-11-22" } } as const;

  it("stands in the 90-day pack by channel and type, with the posts it rests on", async () => {
    const { norms } = await (await aBusiness({ results })).collect(quarter);
    expect(norms).toEqual([
      {
        ...{ channelName: "Channel chan_1", contentType: "video", posts: 12 },
        engagementRate: { low: 0.0125, middle: 0.0155, high: 0.0185 },
      },
      { channelName: "Channel chan_2", contentType: "video", posts: 3, engagementRate: null },
    ]);
  });

  it("is told of the report's channels alone, and in no other report", async () => {
    const { collect } = await aBusiness({ results });
    const { norms } = await collect({ ...quarter, channelIds: ["chan_2"] });
    expect(norms.map(({ channelName }) => channelName)).toEqual(["Channel chan_2"]);
    expect((await collect()).norms).toEqual([]);
    expect((await collect({ ...quarter, sections: ["figures"] })).norms).toEqual([]);
  });
});

describe("the course of a 90-day pack", () => {
  it("has gaps before anything was counted and ends today, instead of with none", async () => {
    const goals = [aGoal({ id: "g1", kpi: "leads", baseline: 1, target: 40 })];
    // Of 90 days that run until January, made on 23 November; figures began on the 9th.
    const scope = { kind: "quarterly", period: { from: "2026-10-05", to: "2027-01-02" } } as const;
    const { figures, goals: told } = await (await aBusiness({ goals })).collect(scope);
    const leads = figures.weeks.map(({ to, figures: { leads: one } }) => [to, one.available ? one.value : null]);
    expect(leads.at(-1)).toEqual(["2026-11-23", 6]);
    expect(leads.slice(-4)).toEqual([
      ["2026-11-02", null],
      ["2026-11-09", 1],
      ["2026-11-16", 7],
      ["2026-11-23", 6],
    ]);
    // Nobody knows 28 days yet.
    expect(told[0]?.history.at(-1)).toEqual({ day: "2026-11-23", value: null });
    expect(told[0]?.history.every(({ value }) => value === null)).toBe(true);
  });
});

describe("what a period is compared with", () => {
  it.each([
    ["a day with its weekday a week ago", "daily", "2026-11-25", "2026-11-25", "2026-11-18", "2026-11-18"],
    ["a weekend's digest with the weekend before", "daily", "2026-11-20", "2026-11-22", "2026-11-13", "2026-11-15"],
    ["a week with the week before", "weekly", "2026-11-16", "2026-11-22", "2026-11-09", "2026-11-15"],
    ["a month with the month before", "monthly", "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"],
    ["90 days with the 90 before", "quarterly", "2026-09-02", "2026-11-30", "2026-06-04", "2026-09-01"],
  ] as const)("is %s", (_, kind, from, to, before, until) => {
    expect(comparedWith(kind, { from, to })).toEqual({ from: before, to: until });
  });

  it("is the same by the day where the lengths differ", async () => {
    const { collect } = await aBusiness();
    const { figures } = await collect({ kind: "monthly", period: { from: "2026-11-01", to: "2026-11-30" } });
    expect(figures.perDay).toBe(true);
    expect(figures.change.leads.difference.available).toBe(false);
    const { perDay, change } = (await collect()).figures;
    expect([perDay, change.leads.difference]).toEqual([false, figure(0)]);
  });
});

describe("the best posts", () => {
  const published = (id: string, day: string, channelId = "chan_1") =>
    aPublication({
      ...{ id, channelId, state: "published", dueAt: at(day), publishedAt: at(day) + 1000, url: `https://p/${id}` },
      content: {
        ...{ revision: 1, text: id },
        media: [{ assetId: `asset ${id}`, key: "k", kind: "image", contentType: "image/png", altText: "" }],
      },
    });
  const result = (publicationId: string, interactions: number, channelId = "chan_1") => ({
    ...{ publicationId, channelId, publishedAt: 0, measuredAt: 0, contentType: "image" as const },
    ...{ interactions: figure(interactions), reach: figure(100) },
  });

  it("are at most three of the period, by interactions, without those that nobody touched", async () => {
    const { collect } = await aBusiness({
      publications: ["a", "b", "c", "d", "e"]
        .map((id) => published(id, "2026-11-18"))
        .concat(published("old", "2026-11-10")),
      results: [result("a", 5), result("b", 50), result("c", 0), result("d", 9), result("e", 7), result("old", 999)],
    });
    expect((await collect()).best.map(({ id }) => id)).toEqual(["b", "d", "e"]);
  });

  it("stand with the small picture that the library has, and without one that is large or gone", async () => {
    const thumbnail = { key: "small", contentType: "image/webp", bytes: 3 };
    const { collect } = await aBusiness({
      publications: ["a", "b", "c"].map((id) => published(id, "2026-11-18")),
      results: [result("a", 5), result("b", 4), result("c", 3)],
      assets: [
        anAsset({ id: "asset a", state: "ready", thumbnail }),
        anAsset({ id: "asset b", state: "ready", key: "large", bytes: 30_000_000, width: 9000, height: 9000 }),
        anAsset({ id: "asset c", state: "removed", thumbnail }),
      ],
      files: new Map([
        ["small", new Uint8Array([1])],
        ["large", new Uint8Array([2])],
      ]),
    });
    expect((await collect()).best.map(({ picture }) => picture?.contentType)).toEqual([
      "image/webp",
      undefined,
      undefined,
    ]);
  });
});

describe("what needs somebody", () => {
  it("comes with the gravest first, in people's own words, the most urgent first", async () => {
    const alert = { side: "threat", severity: "critical", params: {}, count: 2, lastSeenAt: 0 };
    const { collect } = await aBusiness({
      channels: [aChannel({ id: "chan_1", name: "Lost", state: "reconnect" }), aChannel({ id: "chan_2" })],
      threads: [waiting("later", "chan_1", at("2026-11-22", 12)), waiting("first", "chan_1", at("2026-11-22", 9))],
      alerts: [
        { ...alert, id: "alr_1", kind: "crisis-words" },
        { ...alert, id: "alr_2", kind: "crisis-words", severity: "low" },
        { ...alert, id: "alr_3", kind: "bad-review", outcome: { what: "handled", note: "ok", at: at("2026-11-20") } },
        { ...alert, id: "alr_4", kind: "bad-review", outcome: { what: "settled", at: at("2026-11-20") } },
        { ...alert, id: "alr_5", kind: "bad-review", outcome: { what: "handled", at: at("2026-10-20") } },
      ],
      publications: [aPublication({ state: "failed", dueAt: at("2026-11-22", 18), channelId: "chan_1" })],
    });
    const { needs, decided } = await collect();
    expect(needs.map(({ kind, subject, path }) => [kind, subject, path])).toEqual([
      ["critical-alert", undefined, "/alerts/alr_1"],
      ["failed-publications", undefined, "/calendar"],
      ["reconnect-channel", "Lost", "/channels"],
      ["overdue-answers", undefined, "/inbox?waiting=overdue"],
      ["waiting-approvals", undefined, "/calendar"],
    ]);
    const overdue = needs.find(({ kind }) => kind === "overdue-answers");
    expect(overdue?.examples.map(({ text }) => text)).toEqual(["words of first", "words of later"]);
    expect(decided.map(({ outcome, note }) => [outcome, note])).toEqual([["handled", "ok"]]);
  });
});
