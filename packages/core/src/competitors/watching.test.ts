import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { competitorRepository, pageDayRepository } from "../adapters/dynamo/competitor-repository.ts";
import type { Channel } from "../channels/connected/index.ts";
import type { ChannelCall, Connector, PlatformApp } from "../channels/connector.ts";
import type { ConnectorError } from "../channels/errors.ts";
import { figure, notAvailable } from "../channels/measurement.ts";
import type { PublicPage, PublicPagesCapability, PublicPost } from "../channels/public-pages.ts";
import type { Actor } from "../kernel/actor.ts";
import { type FakeClock, fakeClock } from "../kernel/clock.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import {
  addCompetitor,
  measurePublicPages,
  measurePublicPagesNow,
  type PublicPagesMessage,
  planPublicPages,
  readComparison,
  removeCompetitor,
} from "./index.ts";

const notGiven = notAvailable("not-given-by-platform");
let dynamo: TestDynamo;
let workspaceId: string;
let workspaces = 0;
let clock: FakeClock;
let queued: { message: PublicPagesMessage; delayMs?: number }[];
let asked: { handle: string | undefined; since: number; token: string }[];
let pages: Record<string, Result<PublicPage, ConnectorError>>;
let channels: Channel[];
let answersAfterMs: number;

beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  workspaceId = `ws_rivals_${workspaces++}`;
  clock = fakeClock("2026-11-26T20:10:00Z");
  queued = [];
  asked = [];
  answersAfterMs = 0;
  channels = [aChannel("chan_1")];
  pages = { own: ok(aPage("own", 1000, [aPost("2026-11-20", 20)])), zerno: ok(aPage("zerno", 5000, [])) };
});

const aChannel = (id: string, more: Partial<Channel> = {}): Channel =>
  ({
    id,
    workspaceId,
    platform: "facebook",
    remoteId: "own",
    name: "Листок",
    url: "https://own",
    state: "connected",
    ...more,
  }) as Channel;
const aPost = (day: string, reactions: number): PublicPost => ({
  ...{
    remoteId: `${day}-${reactions}`,
    url: "https://p/1",
    publishedAt: Date.parse(`${day}T10:00:00Z`),
    kind: "image",
  },
  ...{ opening: "Кава", reactions: figure(reactions), comments: figure(0), shares: notGiven },
});
const aPage = (remoteId: string, followers: number, posts: readonly PublicPost[], usage = 0): PublicPage => ({
  ...{ remoteId, handle: remoteId, name: `Сторінка ${remoteId}`, url: `https://f/${remoteId}`, usage },
  followers: figure(followers),
  posts: { available: true, posts, completeFrom: 0 },
});
const refusal = (kind: ConnectorError["class"], more: object = {}) =>
  err({ class: kind, code: "1", message: "", ...more } as ConnectorError);

const publicPages: PublicPagesCapability = {
  shows: "public-pages",
  needs: "Page Public Content Access",
  handleOf: (pasted) => (/^[a-z0-9]+$/.test(pasted) ? pasted : null),
  read: async ({ accessToken: token }, { handle, since }) => {
    asked.push({ handle, since, token });
    clock.advance(answersAfterMs);
    return pages[handle ?? "own"] ?? refusal("not-found");
  },
};
const actor = (role: "manager" | "author" | "viewer" = "manager"): Actor => ({
  ...{ type: "member", workspaceId, memberId: "mem_1", role, language: "uk" },
});
const deps = () => ({
  workspaces: {
    get: async () => ({ id: workspaceId, timeZone: "Europe/Kyiv" }) as never,
    listAll: async () => [{ id: workspaceId, timeZone: "Europe/Kyiv" }] as never,
  },
  channels: { list: async () => channels },
  channelCalls: { open: async ({ id }: Channel) => ({ accessToken: id }) as ChannelCall },
  connectorFor: (platform: string) =>
    ({ manifest: { name: platform }, ...(platform === "facebook" && { publicPages }) }) as Connector,
  apps: { get: async () => ({ appId: "1" }) as PlatformApp },
  competitors: competitorRepository(dynamo),
  pageDays: pageDayRepository(dynamo),
  publicPagesQueue: {
    send: async (message: PublicPagesMessage, options?: { delayMs?: number }) => {
      queued.push({ message, ...options });
    },
    sendAll: async (all: readonly { message: PublicPagesMessage }[]) => {
      queued.push(...all);
    },
  },
  clock,
});
const add = (page: string, more: object = {}) =>
  addCompetitor(deps(), actor(), { platform: "facebook", page, ...more });
const added = async (page: string): Promise<string> => {
  pages[page] ??= ok(aPage(page, 500, []));
  const done = await add(page);
  if (!done.ok) throw new Error(done.error.code);
  return done.value.competitor.id;
};
/** Takes every message on the queue until there is none. */
const work = async () => {
  const outcomes = [];
  for (let next = queued.shift(); next; next = queued.shift())
    outcomes.push(await measurePublicPages(deps(), next.message));
  return outcomes;
};
const compared = async (from = "2026-11-01", to = "2026-11-30", channelIds?: string[]) => {
  const read = await readComparison(deps(), actor("viewer"), { from, to, channelIds });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

describe("adding a competitor", () => {
  it("asks the platform at once, and then for three months of its posts and of our own", async () => {
    expect(await add("zerno", { name: "Зерно" })).toMatchObject({
      ok: true,
      value: {
        competitor: { name: "Зерно", pageName: "Сторінка zerno", platform: "facebook", addedBy: "mem_1" },
        page: { followers: figure(5000), postsKnown: true },
      },
    });
    const [{ message }] = queued as [{ message: PublicPagesMessage }];
    expect(message.publicPages).toMatchObject({ pages: [expect.stringMatching(/^riv_/), "chan_1"], days: 90 });
    await work();
    expect(asked.slice(1).map(({ handle }) => handle)).toEqual(["zerno", undefined]);
    expect(asked[1]?.since).toBe(Date.parse("2026-08-28T21:00:00Z"));
  });

  it.each([
    ["what is no name", "not a name", {}, "competitor-handle-unreadable"],
    ["a platform that shows nothing", "zerno", { platform: "google-business" }, "competitors-not-offered"],
    ["a page of our own", "own", {}, "competitor-is-own"],
    ["a page that is not shown", "nobody", {}, "competitor-not-visible"],
    ["pages that the app may not read", "locked", {}, "competitor-not-permitted"],
    ["what the platform does not answer", "down", {}, "competitors-unreachable"],
  ])("refuses %s", async (_, page, more, code) => {
    Object.assign(pages, { locked: refusal("permission"), down: refusal("transient") });
    expect(await add(page, more)).toMatchObject({ ok: false, error: { code } });
    expect([queued, await deps().competitors.list(workspaceId)]).toEqual([[], []]);
  });

  it("takes a page once, twenty at most, and none without a channel to read it through", async () => {
    await added("zerno");
    expect(await add("zerno")).toMatchObject({ error: { code: "competitor-known" } });
    for (let index = 1; index < 20; index += 1) await added(`page${index}`);
    expect(await add("page20")).toMatchObject({ error: { code: "competitors-too-many", params: { allowed: 20 } } });
    workspaceId = "ws_rivals_other";
    channels = [aChannel("chan_1", { state: "reconnect" })];
    expect(await add("zerno")).toMatchObject({ error: { code: "competitor-needs-channel" } });
  });

  it("is for managers, and so is removing; a stranger's is not there", async () => {
    const id = await added("zerno");
    for (const role of ["author", "viewer"] as const) {
      const input = { platform: "facebook", page: "other" };
      expect(await addCompetitor(deps(), actor(role), input)).toMatchObject({ error: { code: "forbidden" } });
      expect(await removeCompetitor(deps(), actor(role), { id })).toMatchObject({ error: { code: "forbidden" } });
    }
    const stranger: Actor = { ...actor(), workspaceId: "ws_rivals_strange" } as Actor;
    expect(await removeCompetitor(deps(), stranger, { id })).toMatchObject({ error: { code: "not-found" } });
    expect(await removeCompetitor(deps(), actor(), { id })).toEqual(ok(undefined));
    expect(await removeCompetitor(deps(), actor(), { id })).toMatchObject({ error: { code: "not-found" } });
    expect(await compared()).toEqual([]);
  });
});

describe("measuring public pages", () => {
  it("is planned once a day, late in the evening of the workspace, and only where somebody is watched", async () => {
    expect(await planPublicPages(deps())).toBe(0);
    await added("zerno");
    queued = [];
    expect(await planPublicPages(deps())).toBe(2);
    expect(queued[0]?.message.publicPages).toMatchObject({
      platform: "facebook",
      pages: ["chan_1", expect.any(String)],
      days: 14,
    });
    clock.advance(3_600_000);
    expect(await planPublicPages(deps())).toBe(0);
  });

  it("stores each day's posts and followers, restates the days, and says the same however often", async () => {
    const id = await added("zerno");
    pages.zerno = ok(aPage("zerno", 5000, [aPost("2026-11-25", 40)]));
    await work();
    clock.advance(24 * 3_600_000);
    pages.zerno = ok(aPage("zerno", 5040, [aPost("2026-11-25", 90), aPost("2026-11-27", 7)]));
    for (const _ of [1, 2]) {
      await measurePublicPagesNow(deps(), workspaceId);
      await work();
    }
    const days = await deps().pageDays.between(workspaceId, id, "2026-11-25", "2026-11-27");
    expect(days.map(({ day, followers, posts }) => [day, followers, posts.available && posts.list.length])).toEqual([
      ["2026-11-25", notAvailable("not-yet"), 1],
      ["2026-11-26", figure(5000), 0],
      ["2026-11-27", figure(5040), 1],
    ]);
    const [{ pages: beside }] = (await compared()) as [Awaited<ReturnType<typeof compared>>[number]];
    expect(beside.map(({ isOwn, name }) => [isOwn, name])).toEqual([
      [true, "Листок"],
      [false, "Сторінка zerno"],
    ]);
    expect(beside[1]?.figures).toMatchObject({
      ...{ growth: { change: 40, since: "2026-11-26", isWhole: false }, posts: 2, counted: 1 },
      interactionsPerPost: figure(90),
    });
    expect(beside[0]?.figures).toMatchObject({ interactionsPerPost: figure(20), perThousandFollowers: figure(20) });
  });

  it("leaves out days of which not all posts were told", async () => {
    const id = await added("zerno");
    const completeFrom = Date.parse("2026-11-24T10:00:00Z");
    pages.zerno = ok({ ...aPage("zerno", 1, []), posts: { available: true, posts: [], completeFrom } });
    await work();
    const days = await deps().pageDays.between(workspaceId, id, "2026-11-01", "2026-11-30");
    expect(days.map(({ day }) => day)).toEqual(["2026-11-25", "2026-11-26"]);
  });

  it("notes one that is refused, goes on with the others, and forgets the trouble when it is over", async () => {
    const [zerno, other] = [await added("zerno"), await added("other")];
    queued = [];
    pages.zerno = refusal("not-found");
    await measurePublicPagesNow(deps(), workspaceId);
    expect(await work()).toEqual([{ measured: 2, refused: 1, later: 0 }]);
    const { competitors } = deps();
    expect([await competitors.get(workspaceId, zerno), await competitors.get(workspaceId, other)]).toMatchObject([
      { trouble: "not-visible" },
      { measuredAt: clock.nowMs() },
    ]);
    pages.zerno = ok(aPage("zerno", 5000, []));
    await measurePublicPagesNow(deps(), workspaceId);
    await work();
    expect(await competitors.get(workspaceId, zerno)).not.toHaveProperty("trouble");
  });

  it("asks again later for what did not answer, gives up after five times, and notes that", async () => {
    const id = await added("zerno");
    queued = [];
    pages.zerno = refusal("transient");
    await measurePublicPagesNow(deps(), workspaceId);
    const waits = [];
    for (let next = queued.shift(); next; next = queued.shift()) {
      waits.push(next.delayMs ?? 0);
      await measurePublicPages(deps(), next.message);
    }
    expect(waits).toEqual([0, 60_000, 120_000, 240_000, 480_000, 900_000]);
    expect(await deps().competitors.get(workspaceId, id)).toMatchObject({ trouble: "not-read" });
  });

  it("waits with all the others until calls are welcome again, or while our own channels need the room", async () => {
    const zerno = await added("zerno");
    await added("other");
    queued = [];
    pages.zerno = refusal("rate-limited", { resetAt: clock.nowMs() + 300_000 });
    await measurePublicPagesNow(deps(), workspaceId);
    const first = queued.shift();
    if (!first) throw new Error("nothing was planned");
    const { pages: planned } = first.message.publicPages;
    await measurePublicPages(deps(), first.message);
    const rest = planned.slice(planned.indexOf(zerno));
    expect(queued).toMatchObject([{ delayMs: 300_000, message: { attempt: 1, publicPages: { pages: rest } } }]);
    queued = [];
    pages.own = ok(aPage("own", 1000, [], 0.8));
    await measurePublicPages(deps(), first.message);
    expect(queued).toMatchObject([{ delayMs: 900_000, message: { publicPages: { pages: planned.slice(1) } } }]);
  });

  it("takes five pages at once and sends the others on", async () => {
    for (let index = 0; index < 6; index += 1) await added(`page${index}`);
    queued = [];
    await measurePublicPagesNow(deps(), workspaceId);
    expect(await work()).toEqual([
      { measured: 5, refused: 0, later: 2 },
      { measured: 2, refused: 0, later: 0 },
    ]);
  });
});

it("sends the others on when a platform is slow, so that no message outlasts its function", async () => {
  for (let index = 0; index < 4; index += 1) await added(`page${index}`);
  queued = [];
  answersAfterMs = 16_000;
  await measurePublicPagesNow(deps(), workspaceId);
  expect(await work()).toEqual([
    { measured: 2, refused: 0, later: 3 },
    { measured: 2, refused: 0, later: 1 },
    { measured: 1, refused: 0, later: 0 },
  ]);
});

it("compares only on the platforms of the channels that are asked for, and for a year at most", async () => {
  await added("zerno");
  await work();
  expect(await compared("2026-11-01", "2026-11-30", ["chan_x"])).toEqual([]);
  expect((await compared("2026-11-01", "2026-11-30", ["chan_1"])).map(({ pages: { length } }) => length)).toEqual([2]);
  const read = (from: string, to: string) => readComparison(deps(), actor(), { from, to });
  expect(await read("2026-11-02", "2026-11-01")).toMatchObject({ error: { code: "period-reversed" } });
  expect(await read("2025-11-01", "2026-11-30")).toMatchObject({ error: { code: "period-too-long" } });
});
