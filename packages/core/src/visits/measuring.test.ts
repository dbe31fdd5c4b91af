import { beforeEach, describe, expect, it } from "vitest";
import { aChannel } from "#tests/support/publishing-world.ts";
import type { Connector } from "../channels/connector.ts";
import type { ConnectorError } from "../channels/errors.ts";
import type { OwnTag, SiteVisits } from "../channels/visits.ts";
import { type FakeClock, fakeClock } from "../kernel/clock.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { defaultLinkSettings } from "../links/index.ts";
import { memorySiteDays, memorySites, someVisits } from "./fixtures/visits.ts";
import { handleVisitMessage, measureVisitHistory, measureVisitsNow, planVisits, type VisitMessage } from "./index.ts";

const workspace = {
  id: "ws_1",
  name: "Листок",
  timeZone: "Europe/Kyiv",
  language: "uk",
  currency: "UAH",
  createdAt: 0,
} as const;
const site = aChannel({ id: "chan_site", workspaceId: "ws_1", platform: "google-analytics", name: "lystok.example" });
const page = aChannel({ id: "chan_page", workspaceId: "ws_1", platform: "facebook", name: "Кав'ярня Листок" });
const visitsOn = (day: string, sessions: number) => ({ day, ...someVisits({ sessions }) });
const told: SiteVisits = {
  timeZone: "Europe/Kyiv",
  currency: "UAH",
  rows: [visitsOn("2026-11-25", 7)],
  withheld: false,
  sampled: false,
};

let clock: FakeClock;
let queued: { message: VisitMessage; delayMs?: number }[];
let asked: { from: string; to: string; own: readonly OwnTag[] }[];
let answer: Result<SiteVisits, ConnectorError>;
let sites: ReturnType<typeof memorySites>;
let siteDays: ReturnType<typeof memorySiteDays>;
beforeEach(() => {
  clock = fakeClock("2026-11-26T04:10:00Z");
  queued = [];
  asked = [];
  answer = ok(told);
  sites = memorySites();
  siteDays = memorySiteDays();
});

const refusedWith = (cause: Partial<ConnectorError> & Pick<ConnectorError, "class">) =>
  err({ code: "1", message: "", ...cause } as ConnectorError);
const connector = {
  visits: {
    visitDays: async (_: unknown, ask: (typeof asked)[number]) => {
      asked.push(ask);
      return answer;
    },
  },
} as unknown as Connector;
const deps = () => ({
  workspaces: { get: async () => workspace, listAll: async () => [workspace] },
  channels: {
    get: async (_: string, id: string) => [site, page].find((one) => one.id === id) ?? null,
    list: async () => [page, site],
  },
  channelCalls: {
    open: async () => ({
      http: { send: async () => ({ kind: "no-answer", cause: "connection-refused", sent: false }) as const },
      channelRemoteId: "properties/1",
      accessToken: "token",
      nowMs: clock.nowMs(),
    }),
  },
  connectorFor: (platform: string) => (platform === "google-analytics" ? connector : ({} as Connector)),
  linkSettings: { get: async () => ({ settings: defaultLinkSettings, version: 0 }) },
  sites,
  siteDays,
  visitQueue: {
    send: async (message: VisitMessage, options: { delayMs?: number } = {}) => {
      queued.push({ message, ...options });
    },
    sendAll: async (all: readonly { message: VisitMessage }[]) => {
      queued.push(...all);
    },
  },
  clock,
});
const message = (from: string, to: string, given: Partial<VisitMessage> = {}): VisitMessage => ({
  workspaceId: "ws_1",
  channelId: "chan_site",
  visits: { from, to },
  attempt: 0,
  waits: 0,
  ...given,
});
const measure = (from = "2026-11-24", to = "2026-11-26", given: Partial<VisitMessage> = {}) =>
  handleVisitMessage(deps(), message(from, to, given));
const stored = () => siteDays.between("ws_1", "2026-01-01", "2026-12-31");

describe("measuring a site's visits", () => {
  it("stores each day, also one without visits, and notes the site's zone", async () => {
    expect(await measure()).toBe("measured");
    expect((await stored()).map(({ day, rows }) => [day, rows.length])).toEqual([
      ["2026-11-24", 0],
      ["2026-11-25", 1],
      ["2026-11-26", 0],
    ]);
    expect(await sites.get("ws_1", "chan_site")).toMatchObject({ timeZone: "Europe/Kyiv", measuredAt: clock.nowMs() });
  });

  it("asks by the tags of the workspace's own links, of channels that people follow alone", async () => {
    await measure();
    expect(asked[0]?.own).toEqual([{ source: "facebook", medium: "social" }]);
  });

  it("knows a day of the site's own zone, not of the workspace's: one that has not begun there is none", async () => {
    clock.set("2026-11-25T23:30:00Z");
    answer = ok({ ...told, timeZone: "America/New_York", rows: [visitsOn("2026-11-25", 3)] });
    await measure("2026-11-25", "2026-11-26");
    expect((await stored()).map(({ day }) => day)).toEqual(["2026-11-25"]);
  });

  it("knows nothing of days before the site was there", async () => {
    answer = ok({ ...told, since: "2026-11-25" });
    await measure();
    expect((await stored()).map(({ day }) => day)).toEqual(["2026-11-25", "2026-11-26"]);
  });

  it("takes what analytics say later, and keeps what they said before", async () => {
    await measure();
    clock.advance(86_400_000);
    answer = ok({ ...told, rows: [visitsOn("2026-11-25", 9)] });
    await measure();
    expect((await stored()).find(({ day }) => day === "2026-11-25")?.rows).toMatchObject([{ sessions: 9 }]);
    const history = await siteDays.history("ws_1", "chan_site", "2026-11-25");
    expect(history.map(({ rows }) => rows[0]?.sessions)).toEqual([7, 9]);
  });

  it.each([
    ["permission", "no-permission"],
    ["auth-expired", "no-permission"],
    ["not-found", "not-found"],
    ["invalid-content", "refused"],
  ] as const)("notes at the site that it was refused: %s", async (kind, trouble) => {
    answer = refusedWith({ class: kind });
    expect(await measure()).toBe("refused");
    expect(await sites.get("ws_1", "chan_site")).toMatchObject({ trouble });
    expect([queued, await stored()]).toEqual([[], []]);
  });

  it("forgets a trouble once visits come", async () => {
    answer = refusedWith({ class: "permission" });
    await measure();
    answer = ok(told);
    await measure();
    expect((await sites.get("ws_1", "chan_site"))?.trouble).toBeUndefined();
  });

  it("waits for the site's quota without asking again before it is there, however long that takes", async () => {
    const resetAt = clock.nowMs() + 3_600_000;
    answer = refusedWith({ class: "rate-limited", resetAt } as ConnectorError);
    expect(await measure()).toBe("later");
    expect(queued).toMatchObject([{ message: { waits: 1, attempt: 0 }, delayMs: 900_000 }]);
    expect(await measure("2026-10-01", "2026-10-31", { waits: 40 })).toBe("later");
    expect(asked.length).toBe(1);
    clock.set(resetAt + 1);
    answer = ok(told);
    expect(await measure("2026-11-24", "2026-11-26", { waits: 41 })).toBe("measured");
    expect(await measure("2026-11-24", "2026-11-26", { waits: 200 })).toBe("measured");
  });

  it("leaves the rest of a quota to others: what is queued behind waits", async () => {
    answer = ok({ ...told, restUntil: clock.nowMs() + 600_000 });
    await measure();
    expect(await measure("2026-10-01", "2026-10-31")).toBe("later");
    expect(queued).toMatchObject([{ delayMs: 600_000 }]);
    expect(asked.length).toBe(1);
  });

  it("tries again later what failed in passing, five times", async () => {
    answer = refusedWith({ class: "transient" });
    for (const attempt of [0, 1, 4]) expect(await measure("2026-11-26", "2026-11-26", { attempt })).toBe("later");
    expect(queued.map(({ delayMs }) => delayMs)).toEqual([60_000, 120_000, 900_000]);
    expect(await measure("2026-11-26", "2026-11-26", { attempt: 5 })).toBe("given-up");
  });

  it("asks nothing for a channel that is no site", async () => {
    expect(await measure("2026-11-26", "2026-11-26", { channelId: "chan_page" })).toBe("not-measurable");
    expect(asked).toEqual([]);
  });
});

describe("when a site is asked", () => {
  const spans = () => queued.map(({ message: { channelId, visits } }) => [channelId, visits.from, visits.to]);

  it.each([
    ["2026-11-26T04:10:00Z", "2026-11-13"],
    ["2026-11-26T12:10:00Z", "2026-11-23"],
    ["2026-11-26T21:10:00Z", "2026-11-23"],
  ])("asks at %s for the days that may still change, in the workspace's time", async (at, from) => {
    clock.set(at);
    expect(await planVisits(deps())).toBe(1);
    expect(spans()).toEqual([["chan_site", from, "2026-11-26"]]);
  });

  it("asks at no other hour", async () => {
    clock.set("2026-11-26T06:10:00Z");
    expect(await planVisits(deps())).toBe(0);
  });

  it("asks up to the day that runs at the site", async () => {
    await sites.note({ workspaceId: "ws_1", channelId: "chan_site" }, { measuredAt: 1, timeZone: "America/New_York" });
    clock.set("2026-11-26T04:10:00Z");
    await measureVisitsNow(deps(), workspace);
    expect(spans()).toEqual([["chan_site", "2026-11-12", "2026-11-25"]]);
  });

  it("asks a site that was just connected for thirteen months, the newest first and without a gap", async () => {
    await measureVisitHistory(deps(), workspace, [page, site]);
    const all = spans();
    expect([all.length, all[0]?.[2], all.at(-1)?.[1]]).toEqual([13, "2026-11-26", "2025-10-20"]);
    expect(all.every(([, , to], index) => index === 0 || to === dayBefore(all[index - 1]?.[1] ?? ""))).toBe(true);
  });
});

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
