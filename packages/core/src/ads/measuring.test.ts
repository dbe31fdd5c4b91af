import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { adAccountRepository, adDayRepository } from "../adapters/dynamo/ad-repository.ts";
import type { AdCampaignDay, AdsCapability } from "../channels/ads.ts";
import type { Channel } from "../channels/connected/index.ts";
import type { Connector } from "../channels/connector.ts";
import type { ConnectorError } from "../channels/errors.ts";
import type { Actor } from "../kernel/actor.ts";
import { type FakeClock, fakeClock } from "../kernel/clock.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import {
  type AdMeasureMessage,
  chooseAdAccount,
  handleAdMeasureMessage,
  listAdAccounts,
  measureAdsNow,
  planAdMeasurements,
} from "./index.ts";

const account = { id: "act_1", name: "Листок", currency: "UAH", timeZone: "Europe/Kyiv" };
const overseas = { id: "act_2", name: "Abroad", currency: "USD", timeZone: "America/New_York" };
const row = { day: "2026-11-25", campaignId: "11", name: "Осінь", spend: 5_00, impressions: 9, clicks: 2, leads: 1 };

let dynamo: TestDynamo;
let workspaceId: string;
let workspaces = 0;
let clock: FakeClock;
let queued: { message: AdMeasureMessage; delayMs?: number }[];
let asked: { from: string; to: string }[];
let answer: Result<readonly AdCampaignDay[], ConnectorError>;
let offered: Awaited<ReturnType<AdsCapability["accounts"]>>;

beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  workspaceId = `ws_${workspaces++}`;
  clock = fakeClock("2026-11-26T04:10:00Z");
  queued = [];
  asked = [];
  answer = ok([row]);
  offered = ok([account, overseas]);
});

const ads: AdsCapability = {
  accounts: async () => offered,
  campaignDays: async (_, { from, to }) => {
    asked.push({ from, to });
    return answer;
  },
};
const failed = (cause: Partial<ConnectorError> & Pick<ConnectorError, "class">) =>
  err({ code: "1", message: "", ...cause } as ConnectorError);
const actor = (role: "manager" | "viewer" = "manager"): Actor => ({
  type: "member",
  workspaceId,
  memberId: "mem_1",
  role,
  language: "uk",
});
const deps = () => ({
  channels: {
    get: async (_: string, id: string) =>
      id.startsWith("chan_") ? ({ id, workspaceId, platform: id === "chan_x" ? "x" : "facebook" } as Channel) : null,
  },
  channelCalls: {
    open: async () => ({
      http: { send: async () => ({ kind: "no-answer", cause: "connection-refused", sent: false }) as const },
      channelRemoteId: "1",
      accessToken: "page",
      personToken: "person",
      nowMs: clock.nowMs(),
    }),
  },
  connectorFor: (platform: string) => (platform === "facebook" ? ({ ads } as Connector) : ({} as Connector)),
  adAccounts: adAccountRepository(dynamo),
  adDays: adDayRepository(dynamo),
  adQueue: {
    send: async (message: AdMeasureMessage, options: { delayMs?: number } = {}) =>
      void queued.push({ message, ...options }),
    sendAll: async (messages: readonly { message: AdMeasureMessage }[]) => void queued.push(...messages),
  },
  workspaces: {
    get: async () => null,
    listAll: async () => [
      {
        id: workspaceId,
        name: "",
        timeZone: "Europe/Kyiv",
        language: "uk" as const,
        currency: "UAH",
        createdAt: 0,
        version: 1,
      },
    ],
  },
  clock,
});
const choose = (accountId: string | null = "act_1", channelId = "chan_1") =>
  chooseAdAccount(deps(), actor(), { channelId, accountId });
const measure = (ads: { from: string; to: string }, attempt = 0) =>
  handleAdMeasureMessage(deps(), { workspaceId, channelId: "chan_1", ads, attempt });
const code = (result: Result<unknown, { code: string }>) => (result.ok ? "ok" : result.error.code);

describe("choosing an ad account", () => {
  it("has its last twelve weeks asked for, four weeks at a time", async () => {
    expect(code(await choose())).toBe("ok");
    expect(queued.map(({ message }) => message.ads)).toEqual([
      { from: "2026-10-30", to: "2026-11-26" },
      { from: "2026-10-02", to: "2026-10-29" },
      { from: "2026-09-04", to: "2026-10-01" },
    ]);
  });

  it("takes only one that the platform names, of a channel that has ads, by who manages channels", async () => {
    expect(code(await choose("act_3"))).toBe("ad-account-unknown");
    expect(code(await choose("act_1", "chan_x"))).toBe("ads-not-offered");
    expect(code(await choose("act_1", "elsewhere"))).toBe("not-found");
    expect(code(await chooseAdAccount(deps(), actor("viewer"), { channelId: "chan_1", accountId: null }))).toBe(
      "forbidden",
    );
    offered = failed({ class: "permission" });
    expect(code(await listAdAccounts(deps(), actor(), { channelId: "chan_1" }))).toBe("ads-not-allowed");
    offered = failed({ class: "transient" });
    expect(code(await listAdAccounts(deps(), actor(), { channelId: "chan_1" }))).toBe("ads-unreachable");
    expect(await deps().adAccounts.list(workspaceId)).toEqual([]);
  });

  it("may be taken back, and leaves what was measured", async () => {
    await choose();
    await measure({ from: "2026-11-25", to: "2026-11-25" });
    expect(code(await choose(null))).toBe("ok");
    expect(await deps().adAccounts.list(workspaceId)).toEqual([]);
    expect(await deps().adDays.between(workspaceId, "2026-11-25", "2026-11-25")).toHaveLength(1);
  });
});

describe("measuring ads", () => {
  it("stores each day whole, also one on which nothing was delivered", async () => {
    await choose();
    expect(await measure({ from: "2026-11-24", to: "2026-11-25" })).toBe("measured");
    const days = await deps().adDays.between(workspaceId, "2026-11-01", "2026-11-30");
    expect(days.map(({ day, campaigns }) => [day, campaigns.map(({ spend }) => spend)])).toEqual([
      ["2026-11-24", []],
      ["2026-11-25", [5_00]],
    ]);
    expect((await deps().adAccounts.get(workspaceId, "chan_1"))?.measuredAt).toBe(clock.nowMs());
  });

  it("takes back a campaign that a later report of the day does not name any more", async () => {
    await choose();
    await measure({ from: "2026-11-25", to: "2026-11-25" });
    clock.advance(60_000);
    answer = ok([]);
    await measure({ from: "2026-11-25", to: "2026-11-25" });
    expect((await deps().adDays.between(workspaceId, "2026-11-25", "2026-11-25"))[0]?.campaigns).toEqual([]);
    expect(await deps().adDays.history(workspaceId, "act_1", "2026-11-25")).toHaveLength(2);
  });

  it("asks for no day that has not begun where the account is", async () => {
    await choose("act_2");
    await measure({ from: "2026-11-24", to: "2026-11-26" });
    expect(asked).toEqual([{ from: "2026-11-24", to: "2026-11-25" }]);
    expect(await measure({ from: "2026-11-26", to: "2026-11-26" })).toBe("not-measurable");
  });

  it.each([
    ["auth-expired", "no-permission"],
    ["permission", "no-permission"],
    ["not-found", "not-found"],
  ] as const)("notes %s at the account and disconnects nothing; a later success clears it", async (cause, trouble) => {
    await choose();
    answer = failed({ class: cause });
    expect(await measure({ from: "2026-11-25", to: "2026-11-25" })).toBe("refused");
    expect((await deps().adAccounts.get(workspaceId, "chan_1"))?.trouble).toBe(trouble);
    expect(await deps().adDays.between(workspaceId, "2026-11-01", "2026-11-30")).toEqual([]);
    answer = ok([row]);
    await measure({ from: "2026-11-25", to: "2026-11-25" });
    expect((await deps().adAccounts.get(workspaceId, "chan_1"))?.trouble).toBeUndefined();
  });

  it("waits for the platform's reset, then gives up after five times", async () => {
    await choose();
    queued = [];
    answer = failed({ class: "rate-limited", resetAt: clock.nowMs() + 300_000 });
    const span = { from: "2026-11-25", to: "2026-11-25" };
    expect(await measure(span)).toBe("later");
    expect(queued).toEqual([
      { message: { workspaceId, channelId: "chan_1", ads: span, attempt: 1 }, delayMs: 300_000 },
    ]);
    expect(await measure(span, 5)).toBe("given-up");
  });

  it("does nothing for a channel whose account was taken back meanwhile", async () => {
    expect(await measure({ from: "2026-11-25", to: "2026-11-25" })).toBe("not-measurable");
    expect(asked).toEqual([]);
  });
});

describe("the plan of measuring", () => {
  const planned = async () => {
    queued = [];
    await planAdMeasurements(deps());
    return queued.map(({ message }) => message);
  };

  it("asks in the morning for all that may still be corrected, later for the day that runs", async () => {
    await choose();
    expect((await planned()).map(({ ads }) => ads)).toEqual([{ from: "2026-10-30", to: "2026-11-26" }]);
    clock.set(Date.parse("2026-11-26T12:10:00Z"));
    expect((await planned()).map(({ ads }) => ads)).toEqual([{ from: "2026-11-25", to: "2026-11-26" }]);
    clock.set(Date.parse("2026-11-26T13:10:00Z"));
    expect(await planned()).toEqual([]);
  });

  it("asks once for an account that two channels have, through the one that may read it", async () => {
    await choose();
    await choose("act_1", "chan_2");
    const chosen = await deps().adAccounts.get(workspaceId, "chan_2");
    if (chosen) await deps().adAccounts.note(chosen, { trouble: "no-permission", troubledAt: 1 });
    expect((await planned()).map(({ channelId }) => channelId)).toEqual(["chan_1"]);
  });

  it("can be asked for at once", async () => {
    await choose();
    queued = [];
    expect(await measureAdsNow(deps(), workspaceId)).toBe(1);
    expect(queued).toHaveLength(1);
  });
});
