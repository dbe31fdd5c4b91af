import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChannelCall } from "../../connector.ts";
import { connectDouble } from "../../platform-double.ts";
import { googleBusiness } from "./index.ts";
import { insights } from "./insights.ts";
import { parsePush } from "./parse.ts";
import { publish } from "./publish.ts";
import { replies } from "./replies.ts";
import { reviews } from "./reviews.ts";
import { answering } from "./test-support/answering.ts";
import { type GoogleBusinessDouble, googleBusinessDouble } from "./test-support/sandbox-double.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), "utf8");
const name = "accounts/1/locations/2/reviews/AbFvOq3";

describe("reviews", () => {
  it("tell when they appeared and what they say now apart, with the answer and without Google's translation", async () => {
    const { call, sent } = answering(fixture("reviews"));
    const page = await reviews.list(call);
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    expect(sent[0]?.url).toContain("/v4/accounts/1/locations/2/reviews?pageSize=50&orderBy=updateTime+desc");
    const [changed, anonymous, noStars] = page.value.entries;
    expect(changed).toMatchObject({
      sortedAt: Date.parse("2026-11-20T10:00:00Z"),
      changedAt: Date.parse("2026-11-21T08:00:00Z"),
      items: [
        { kind: "review", change: "added", occurredAt: Date.parse("2026-11-01T09:00:00.123Z") },
        { change: "edited", rating: 2, text: "Кава була холодна.", author: { name: "Олена Ткач" } },
        { kind: "message", own: true, remoteId: `${name}/reply`, threadRemoteId: name, text: "Вибачте нам." },
      ],
    });
    expect(changed?.items[0]).not.toHaveProperty("text");
    expect(anonymous?.items[1]).toMatchObject({ change: "added", rating: 5, text: "" });
    expect(anonymous?.items[1]).not.toHaveProperty("author");
    expect(noStars?.items[1]).toMatchObject({ text: "Nice place" });
    expect(noStars?.items[1]).not.toHaveProperty("rating");
  });

  it("are not answered with more than 4,096 bytes, and nothing but our answer is removed", async () => {
    const { call, sent } = answering("{}");
    const target = { kind: "review" as const, remoteId: name };
    expect(await replies.reply(call, target, "щ".repeat(2049))).toMatchObject({ kind: "rejected" });
    expect(await replies.reply(call, { kind: "comment", remoteId: "c" }, "так")).toMatchObject({ kind: "rejected" });
    expect(await replies.remove(call, target)).toMatchObject({ kind: "rejected" });
    expect(sent).toEqual([]);
    expect(await replies.reply(call, target, "щ".repeat(2048))).toMatchObject({ kind: "done" });
  });
});

describe("a pushed notice", () => {
  const push = (told: unknown, attributes = {}) =>
    JSON.stringify({
      message: {
        data: Buffer.from(JSON.stringify(told)).toString("base64"),
        messageId: "1",
        publishTime: "2026-11-26T10:00:00Z",
        attributes,
      },
      subscription: "projects/p/subscriptions/s",
    });
  const place = "accounts/1/locations/2";

  it.each([
    ["v1", { type: "NEW_REVIEW", review_name: name, location_name: place }],
    ["v4", { notificationType: "UPDATED_REVIEW", reviewName: name, locationName: place }],
    ["a spelling yet unknown", { resource: name, location: place }],
  ])("names its review in %s", (_, told) => {
    expect(parsePush(push(told))).toEqual({
      ok: true,
      value: [
        { kind: "notice", about: "review", channelRemoteId: place, remoteId: name, occurredAt: 1_795_687_200_000 },
      ],
    });
  });

  it("may name it in its attributes", () => {
    expect(parsePush(push({}, { review_name: name }))).toMatchObject({ value: [{ kind: "notice", remoteId: name }] });
  });

  it("about anything else is named and not stored", () => {
    const told = { type: "GOOGLE_UPDATE", location_name: place };
    expect(parsePush(push(told))).toMatchObject({ value: [{ kind: "ignored", channelRemoteId: place }] });
  });

  it.each(["[]", "{}", '{"message":{"data":"%%%"}}', '{"message":{"data":"IkEi"}}'])(
    "that cannot be read is an error: %s",
    (body) => {
      expect(parsePush(body).ok).toBe(false);
    },
  );
});

describe("figures", () => {
  const day = (text: string) => ({ day: text, from: 0, to: 0 });
  const measured = async (text: string, body = fixture("series")) => {
    const { call, sent } = answering(body);
    const answer = await insights.measureChannel(call, day(text));
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return { ...answer.value, url: sent[0]?.url ?? "" };
  };

  it("are sums of strings", async () => {
    const { views, interactions, reach, url } = await measured("2026-11-20");
    expect(views).toEqual({ available: true, value: 73 });
    expect(interactions).toEqual({ available: true, value: 3 });
    expect(reach).toEqual({ available: false, reason: "not-given-by-platform" });
    expect(url).toContain("/v1/locations/2:fetchMultiDailyMetricsTimeSeries?dailyMetrics=");
    expect(url).toContain(
      "dailyRange.startDate.day=20&dailyRange.endDate.year=2026&dailyRange.endDate.month=11&dailyRange.endDate.day=25",
    );
  });

  it("are 0 for a day that is left out when a later one has a value", async () => {
    expect(await measured("2026-11-21")).toMatchObject({ views: { value: 0 }, interactions: { value: 0 } });
  });

  it("are not there yet for a day of which, and after which, nothing is told", async () => {
    expect((await measured("2026-11-23")).views).toEqual({ available: false, reason: "not-yet" });
    expect((await measured("2026-11-21", "{}")).views).toEqual({ available: false, reason: "not-yet" });
  });

  it("are 0 for a day without a value once Google has had its five days", async () => {
    expect((await measured("2026-11-20", "{}")).views).toEqual({ available: true, value: 0 });
  });
});

describe("a post", () => {
  let double: GoogleBusinessDouble;
  let call: ChannelCall;
  beforeAll(async () => {
    double = await googleBusinessDouble();
    ({ call } = await connectDouble(googleBusiness, double));
  });
  afterAll(() => double.stop());
  const run = (content: Parameters<typeof publish.nextStep>[0], receipts = {}) =>
    publish.nextStep(content, receipts).run(call);

  it("has its link as a button, beside a picture, too", async () => {
    const media = [{ kind: "image" as const, url: double.media.image, contentType: "image/jpeg", altText: "" }];
    await run({ text: "Осіннє меню", link: "https://lystok.example/menu", media });
    expect((await double.location()).posts.at(-1)).toMatchObject({
      summary: "Осіннє меню",
      button: { actionType: "LEARN_MORE", url: "https://lystok.example/menu" },
      photo: expect.any(String),
    });
  });

  it("that Google examines waits, is found meanwhile, and is published when it is live", async () => {
    await double.control("PUT", "google-business/settings", { examinationMs: 40 });
    const content = { text: "На перевірці", media: [] };
    const armedAt = Date.now();
    const waiting = await run(content);
    if (waiting.kind !== "pending") throw new Error(JSON.stringify(waiting));
    expect(publish.nextStep(content, waiting.receipts).visible).toBe(false);
    const wanted = { content, receipts: {}, armedAt, knownRemoteIds: new Set<string>() };
    expect(await publish.find(call, wanted)).toMatchObject({ kind: "found", remoteId: waiting.receipts.post });
    await expect
      .poll(() => run(content, waiting.receipts))
      .toMatchObject({ kind: "published", remoteId: waiting.receipts.post });
    expect((await double.posts()).filter(({ text }) => text === content.text)).toHaveLength(1);
  });

  it("that Google refuses is refused, with its rule, and is not there for anybody", async () => {
    await double.control("PUT", "google-business/settings", { examinationMs: 0, rejectPosts: true });
    const content = { text: "Телефонуйте +380…", media: [] };
    expect(await run(content)).toMatchObject({ kind: "rejected", cause: { rule: "community-standards" } });
    const wanted = { content, receipts: {}, armedAt: Date.now(), knownRemoteIds: new Set<string>() };
    expect(await publish.find(call, wanted)).toEqual({ kind: "absent" });
    await double.control("PUT", "google-business/settings", { rejectPosts: false });
  });

  it("is tried again, not given up, when the access token has ended", async () => {
    await double.control("POST", "google-business/tokens/expire");
    expect(await run({ text: "Без токена", media: [] })).toMatchObject({
      kind: "retry",
      cause: { class: "transient" },
    });
  });
});
