import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeClock } from "../../../kernel/clock.ts";
import { unwrap } from "../../../kernel/result.ts";
import type { ChannelCall, PublishContent, Receipts } from "../../connector.ts";
import type { HttpClient, HttpRequest } from "../../http.ts";
import { type Figure, figure } from "../../measurement.ts";
import { instagram } from "./index.ts";
import { type InstagramDouble, instagramDouble } from "./test-support/sandbox-double.ts";

const dayMs = 24 * 3_600_000;
const today = { day: "2026-11-26", from: Date.parse("2026-11-25T22:00Z"), to: Date.parse("2026-11-26T22:00Z") };
const yesterday = { day: "2026-11-25", from: today.from - dayMs, to: today.from };
const none = (reason: string) => ({ available: false, reason });

describe("Instagram's figures", () => {
  const clock = fakeClock("2026-11-26T09:00:00Z");
  const sent: HttpRequest[] = [];
  let double: InstagramDouble;
  let call: ChannelCall;

  const withScopes = async (...scopes: string[]): Promise<ChannelCall> => ({
    http: {
      send: (request) => {
        sent.push(request);
        return double.http.send(request);
      },
    },
    endpoints: double.app.endpoints,
    channelRemoteId: double.accountId,
    accessToken: await double.token(scopes),
    nowMs: clock.nowMs(),
  });
  const measure = async (day = today, caller = call) =>
    unwrap((await instagram.insights?.measureChannel({ ...caller, nowMs: clock.nowMs() }, day)) ?? never());
  const measurePost = async (id: string) => unwrap((await instagram.insights?.measurePublication(call, id)) ?? never());
  const act = async (name: string, input: object) =>
    ((await double.control("POST", `instagram/accounts/${double.accountId}/${name}`, input)) as { id: string }).id;
  const fail = (fault: object) => double.control("POST", "faults", { platform: "instagram", method: "GET", ...fault });
  const metricsAsked = () => sent.flatMap(({ url }) => new URL(url).searchParams.get("metric") ?? []);

  /** Takes steps until it is published. */
  const publish = async (content: PublishContent): Promise<string> => {
    let receipts: Receipts = {};
    for (let taken = 0; taken < 20; taken += 1) {
      const answer = await instagram.publish?.nextStep(content, receipts).run({ ...call, nowMs: clock.nowMs() });
      if (answer?.kind === "published") return answer.remoteId;
      if (answer?.kind !== "pending") throw new Error(JSON.stringify(answer));
      receipts = { ...receipts, ...answer.receipts };
    }
    throw new Error("not published after 20 steps");
  };
  let post: string;
  let story: string;

  beforeAll(async () => {
    double = await instagramDouble({ clock });
    call = await withScopes(...instagram.manifest.scopes);
    const image = { kind: "image", contentType: "image/jpeg", url: double.media.image, altText: "" } as const;
    post = await publish({ text: "Осіннє меню", media: [image] });
    story = await publish({ text: "", media: [image], format: "story" });
  });
  afterAll(() => double.stop());
  beforeEach(() => {
    clock.set(Date.parse("2026-11-26T10:00:00Z"));
    sent.length = 0;
  });

  it("come from what happened on the account", async () => {
    const before = await measure();
    await act("comment", { on: post, person: "Ірина", message: "Гарно" });
    await act("follow", { gained: 5, lost: 2, at: clock.nowMs() - 60_000 });
    const after = await measure();
    const grown = (name: "followers" | "followersGained" | "followersLost" | "interactions") =>
      value(after[name]) - value(before[name]);
    expect([grown("followers"), grown("followersGained"), grown("followersLost")]).toEqual([3, 5, 2]);
    expect(grown("interactions")).toBe(1);
    expect(value(after.reach)).toBeGreaterThan(value(before.reach));
    expect(after.audience.age?.["25-34"]).toBeCloseTo(0.43, 2);
    expect(Object.keys(after.audience).sort()).toEqual(["age", "city", "country", "gender"]);
    expect(after.negativeActions).toEqual(none("not-given-by-platform"));
  });

  it("belong to the day that runs where Instagram tells them as they are now", async () => {
    const { followers, audience, reach, followersGained } = await measure(yesterday);
    expect(followers).toEqual(none("not-given-by-platform"));
    expect(audience).toEqual({});
    expect([reach.available, followersGained.available]).toEqual([true, true]);
    expect(metricsAsked()).not.toContain("follower_demographics");
  });

  it("are asked for with the parameters that Instagram wants", async () => {
    await measure();
    const asked = sent.map(({ url }) => Object.fromEntries(new URL(url).searchParams));
    const [since, until] = [String(today.from / 1000), String(today.to / 1000)];
    const total = { period: "day", metric_type: "total_value", since, until };
    expect(asked).toContainEqual({ metric: "reach,views,total_interactions", ...total });
    expect(asked).toContainEqual({ metric: "follows_and_unfollows", ...total, breakdown: "follow_type" });
    const lifetime = { period: "lifetime", metric_type: "total_value", timeframe: "this_month" };
    expect(asked).toContainEqual({ metric: "follower_demographics", ...lifetime, breakdown: "gender" });
  });

  it("are not there yet while Instagram counts, and never 0", async () => {
    await double.control("PUT", "instagram/settings", { insightsLagMs: 2 * dayMs });
    const early = await measure(yesterday);
    clock.advance(2 * dayMs);
    const late = await measure(yesterday);
    await double.control("PUT", "instagram/settings", { insightsLagMs: 0 });
    expect([early.reach, early.views, early.interactions, early.followersGained]).toEqual(
      Array.from({ length: 4 }, () => none("not-yet")),
    );
    expect([late.reach.available, late.views.available, late.interactions.available]).toEqual([true, true, true]);
  });

  it("lose only the metric that is retired", async () => {
    const body = { error: { code: 100, message: "metric[0] must be one of the following values: …" } };
    await fail({ path: "/insights", times: 2, answer: { status: 400, body } });
    const { reach, views, interactions } = await measure();
    expect(reach).toEqual(none("not-given-by-platform"));
    expect([views.available, interactions.available]).toEqual([true, true]);
  });

  it("say so when the permission is missing, and fail as a whole when the service does", async () => {
    const { reach, followers, audience } = await measure(today, await withScopes("instagram_basic"));
    expect([reach, followers.available, audience]).toEqual([none("no-permission"), true, {}]);
    await fail({ path: "/insights", answer: { status: 500, body: { error: { code: 2, message: "down" } } } });
    const failed = await instagram.insights?.measureChannel(call, today);
    expect(failed).toMatchObject({ ok: false, error: { class: "transient" } });
    await fail({ path: "/insights", answer: { status: 401, body: { error: { code: 190, message: "expired" } } } });
    const ended = await instagram.insights?.measureChannel(call, today);
    expect(ended).toMatchObject({ ok: false, error: { class: "auth-expired" } });
  });

  it("keep quiet about the followers of a small account", async () => {
    await act("follow", { lost: 2_900, at: clock.nowMs() - 1_000 });
    const { followers, followersGained, followersLost, audience, reach } = await measure();
    await act("follow", { gained: 2_900, at: clock.nowMs() - 1_000 });
    expect(value(followers)).toBeLessThan(100);
    expect([followersGained, followersLost, audience]).toEqual([none("too-few-people"), none("too-few-people"), {}]);
    expect(reach.available).toBe(true);
    expect(metricsAsked()).toEqual(["reach,views,total_interactions"]);
  });

  it("of a post are its own, by the metrics of its kind", async () => {
    const figures = await measurePost(post);
    expect(value(figures.reach)).toBeGreaterThan(100);
    expect([figures.reactions, figures.saves, figures.shares].every(({ available }) => available)).toBe(true);
    expect(figures.clicks).toEqual(none("not-given-by-platform"));
    const seen = await measurePost(story);
    expect([seen.reach.available, seen.comments.available]).toEqual([true, true]);
    expect([seen.reactions, seen.saves]).toEqual([none("not-given-by-platform"), none("not-given-by-platform")]);
    expect(metricsAsked()).toEqual(["reach,views,likes,comments,shares,saved", "reach,views,replies,shares"]);
  });

  it("of a story that hardly anybody saw are kept back for that reason", async () => {
    const body = { error: { code: 10, message: "Not enough viewers for the media to show insights" } };
    await fail({ path: "/insights", times: 5, answer: { status: 403, body } });
    const { reach, views } = await measurePost(story);
    expect([reach, views]).toEqual([none("too-few-people"), none("too-few-people")]);
  });

  it("of what is gone are not asked for again", async () => {
    const gone = await instagram.insights?.measurePublication(call, "17990000000000404");
    expect(gone).toMatchObject({ ok: false, error: { class: "not-found" } });
  });
});

const fixture = (name: string) => readFileSync(new URL(`./fixtures/insights-${name}.json`, import.meta.url), "utf8");

/** What is read of the account when each call is answered by a recorded payload. */
async function recorded(totals: string, others: { follows: string; age: string }) {
  const http: HttpClient = {
    send: async ({ url }) => {
      const { searchParams: asked, pathname } = new URL(url);
      const isAge = asked.get("breakdown") === "age";
      const ofBreakdown = asked.get("breakdown") === "follow_type" ? others.follows : isAge ? others.age : "empty";
      const body = asked.has("breakdown") ? fixture(ofBreakdown) : fixture(totals);
      const isInsights = pathname.endsWith("/insights");
      const account = JSON.stringify({ id: "17841405822304914", followers_count: 2860 });
      return { kind: "answer", status: 200, headers: {}, body: isInsights ? body : account };
    },
  };
  const call = { http, channelRemoteId: "17841405822304914", accessToken: "EAAB", nowMs: today.from + 1 };
  return unwrap((await instagram.insights?.measureChannel(call, today)) ?? never());
}

it("reads what Instagram answers", async () => {
  expect(await recorded("totals", { follows: "follows", age: "age" })).toEqual({
    followers: figure(2860),
    followersGained: figure(11),
    followersLost: figure(4),
    reach: figure(1204),
    views: figure(3310),
    interactions: figure(96),
    negativeActions: none("not-given-by-platform"),
    audience: { age: { "18-24": 0.125, "25-34": 0.5, "35-44": 0.375 } },
  });
});

it("takes an empty set for what has not been counted, never for 0", async () => {
  const { reach, interactions, followersGained, audience } = await recorded("empty", {
    follows: "empty",
    age: "empty",
  });
  expect([reach, interactions, followersGained]).toEqual([none("not-yet"), none("not-yet"), none("not-yet")]);
  expect(audience).toEqual({});
});

const value = (of: Figure): number => {
  if (!of.available) throw new Error(`no figure: ${of.reason}`);
  return of.value;
};
const never = (): never => {
  throw new Error("there is no such capability");
};
