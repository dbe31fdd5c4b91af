import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeClock } from "../../../kernel/clock.ts";
import { unwrap } from "../../../kernel/result.ts";
import type { ChannelCall } from "../../connector.ts";
import type { HttpRequest } from "../../http.ts";
import { minorUnitsOfDecimal } from "./ads.ts";
import { facebook } from "./index.ts";
import { type FacebookDouble, facebookDouble } from "./test-support/sandbox-double.ts";

const hourMs = 3_600_000;
const hryvnias = { id: "act_420042004200420", currency: "UAH" };

describe("Meta ads", () => {
  const clock = fakeClock("2026-11-26T10:00:00Z");
  const sent: HttpRequest[] = [];
  let double: FacebookDouble;
  let call: ChannelCall;

  const asPerson = async (scopes: readonly string[]): Promise<ChannelCall> => ({
    http: {
      send: (request) => {
        sent.push(request);
        return double.http.send(request);
      },
    },
    endpoints: double.app.endpoints,
    channelRemoteId: double.pageId,
    accessToken: await double.token(["pages_show_list"]),
    personToken: await double.personToken(scopes),
    nowMs: clock.nowMs(),
  });
  const daysOf = async (from: string, to: string) =>
    unwrap((await facebook.ads?.campaignDays(call, { account: hryvnias, from, to })) ?? never());
  const answerNext = (answer: object, times = 1) =>
    double.control("POST", "faults", { platform: "facebook", method: "GET", path: "/act_", times, answer });

  beforeAll(async () => {
    double = await facebookDouble({ clock });
    call = await asPerson(["ads_read"]);
  });
  afterAll(() => double.stop());
  beforeEach(() => {
    clock.set(Date.parse("2026-11-26T10:00:00Z"));
    sent.length = 0;
  });

  it("are read with the person's token in a header, never with the page's", async () => {
    await daysOf("2026-11-23", "2026-11-24");
    expect(sent.map(({ headers }) => headers?.authorization)).toEqual([`Bearer ${call.personToken}`]);
    expect(sent[0]?.url).not.toContain(call.personToken);
  });

  it("have amounts in minor units of the account's currency and no row where nothing was delivered", async () => {
    const days = await daysOf("2026-11-21", "2026-11-23");
    expect(days.map(({ day, name }) => [day, name])).toEqual([
      ["2026-11-21", "Осіннє меню"],
      ["2026-11-21", "Ранкова кава"],
      ["2026-11-23", "Осіннє меню"],
      ["2026-11-23", "Ранкова кава"],
    ]);
    for (const { spend, impressions, clicks } of days) {
      expect([spend > 5_000, Number.isInteger(spend), impressions > clicks, clicks > 10]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
    expect(days.map(({ leads }) => leads > 0)).toEqual([true, false, true, false]);
  });

  it("are corrected in the days after: some of the money comes back, late leads are credited", async () => {
    const [before] = await daysOf("2026-11-25", "2026-11-25");
    clock.advance(5 * 24 * hourMs);
    const [after] = await daysOf("2026-11-25", "2026-11-25");
    expect(after?.spend).toBeLessThan(before?.spend ?? 0);
    expect(after?.leads).toBeGreaterThan(before?.leads ?? 0);
  });

  it("are read page by page", async () => {
    const row = { campaign_id: "1", campaign_name: "А", spend: "1.5", date_start: "2026-11-20" };
    const next = { paging: { cursors: { after: "c1" }, next: "https://graph.example/next" } };
    await answerNext({ status: 200, body: { data: [row], ...next } });
    await answerNext({
      status: 200,
      body: { data: [{ ...row, campaign_id: "2" }], paging: { cursors: { after: "c2" } } },
    });
    const days = await daysOf("2026-11-20", "2026-11-20");
    expect(days).toEqual(
      ["1", "2"].map((campaignId) => ({
        campaignId,
        name: "А",
        day: "2026-11-20",
        spend: 150,
        impressions: 0,
        clicks: 0,
        leads: 0,
      })),
    );
    expect(new URL(sent[1]?.url ?? "").searchParams.get("after")).toBe("c1");
  });

  it("ask for half of a range that holds too much, and lose no day of it", async () => {
    const whole = await daysOf("2026-11-02", "2026-11-08");
    sent.length = 0;
    await answerNext({ status: 400, body: { error: { code: 100, error_subcode: 1487534, message: "too much data" } } });
    expect(await daysOf("2026-11-02", "2026-11-08")).toEqual(whole);
    const ranges = sent.map(({ url }) => JSON.parse(new URL(url).searchParams.get("time_range") ?? ""));
    expect(ranges.slice(1)).toEqual([
      { since: "2026-11-02", until: "2026-11-05" },
      { since: "2026-11-06", until: "2026-11-08" },
    ]);
  });

  it.each([
    [{ code: 80000, error_subcode: 2446079, message: "too many" }, { class: "rate-limited" }],
    [{ code: 4, error_subcode: 1504022, message: "app throttled" }, { class: "rate-limited" }],
    [{ code: 613, error_subcode: 1487742, message: "account throttled" }, { class: "rate-limited" }],
    [{ code: 200, message: "no ads_read" }, { class: "permission" }],
    [{ code: 190, error_subcode: 463, message: "expired" }, { class: "auth-expired" }],
    [{ code: 2, message: "down" }, { class: "transient" }],
  ])("answer %j as %j", async (error, expected) => {
    await answerNext({ status: 400, body: { error } });
    const answer = await facebook.ads?.campaignDays(call, { account: hryvnias, from: "2026-11-20", to: "2026-11-21" });
    expect(answer).toMatchObject({ ok: false, error: expected });
  });

  it("wait as long as the account's own usage header says", async () => {
    await double.control("PUT", "facebook/settings", { callsPerHour: 2 });
    const answers = [];
    for (const _ of [1, 2, 3, 4]) {
      answers.push(await facebook.ads?.campaignDays(call, { account: hryvnias, from: "2026-11-20", to: "2026-11-20" }));
    }
    await double.control("PUT", "facebook/settings", { callsPerHour: 4800 });
    expect(answers.at(-1)).toMatchObject({
      ok: false,
      error: { class: "rate-limited", code: "80000", resetAt: Date.parse("2026-11-26T11:00:00Z") },
    });
  });

  it("need ads_read, and a person who consented", async () => {
    const without = await asPerson(["read_insights"]);
    expect(await facebook.ads?.accounts(without)).toMatchObject({ ok: false, error: { class: "permission" } });
    const { personToken: _, ...pageAlone } = call;
    expect(await facebook.ads?.accounts(pageAlone)).toMatchObject({ ok: false, error: { code: "no-person-token" } });
  });
});

it.each([
  ["1.23", "UAH", 123],
  ["0", "UAH", 0],
  ["19.999", "USD", 2000],
  ["0.1", "USD", 10],
  ["1200", "JPY", 1200],
  ["1200.5", "JPY", 1201],
  ["1.2345", "KWD", 1235],
  ["90071992547.99", "UAH", 9_007_199_254_799],
])("reads %s of %s as %i minor units", (amount, currency, expected) => {
  expect(minorUnitsOfDecimal(amount, currency)).toBe(expected);
});

const never = (): never => {
  throw new Error("there is no such capability");
};
