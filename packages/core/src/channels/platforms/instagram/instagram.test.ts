import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ChannelCall, PublishContent, Receipts } from "../../connector.ts";
import type { HttpRequest } from "../../http.ts";
import { auth } from "./auth.ts";
import { publish } from "./publish.ts";

const nowMs = Date.parse("2026-11-24T14:00:00Z");
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8");

type Reply = string | { status: number; body: string } | "no-answer";

/** A call whose requests are answered by the first entry that their method and path contain. */
function scripted(replies: Readonly<Record<string, Reply>>) {
  const requests: HttpRequest[] = [];
  const call: ChannelCall = {
    channelRemoteId: "17841405822304914",
    accessToken: "EAAB-page",
    nowMs,
    http: {
      send: async (request) => {
        requests.push(request);
        const { pathname } = new URL(request.url);
        const name = Object.keys(replies).find((key) => `${request.method} ${pathname}`.includes(key));
        const reply = replies[name ?? ""];
        if (reply === undefined) throw new Error(`Unexpected ${request.method} ${pathname}`);
        if (reply === "no-answer") return { kind: "no-answer", cause: "connection-lost", sent: true };
        const { status, body } = typeof reply === "string" ? { status: 200, body: reply } : reply;
        return { kind: "answer", status, headers: {}, body };
      },
    },
  };
  const forms = () => requests.flatMap(({ body }) => (body && "form" in body ? [body.form] : []));
  return { call, requests, forms };
}

const error = (code: number, subcode?: number): Reply => ({
  status: 400,
  body: JSON.stringify({ error: { message: "no", code, ...(subcode && { error_subcode: subcode }) } }),
});
const image = { kind: "image", contentType: "image/jpeg", url: "https://m.example/a.jpg", altText: "Кава" } as const;
const video = { kind: "video", contentType: "video/mp4", url: "https://m.example/b.mp4", altText: "" } as const;
const picture: PublishContent = { text: "Осіннє меню", media: [image] };
const carousel: PublishContent = { text: "Осіннє меню", media: [image, video] };
const made: Receipts = { child0: "c0", child1: "c1", childrenReady: "yes", container: "c9", ready: "yes" };

const take = (content: PublishContent, receipts: Receipts, replies: Readonly<Record<string, Reply>>) => {
  const script = scripted(replies);
  return publish
    .nextStep(content, receipts)
    .run(script.call)
    .then((answer) => ({ answer, ...script }));
};

describe("making containers", () => {
  const id = JSON.stringify({ id: "17889455560051444" });

  it.each<[string, PublishContent, Receipts, Record<string, string>]>([
    ["a picture", picture, {}, { image_url: image.url, alt_text: "Кава", caption: "Осіннє меню" }],
    [
      "a picture with a link, which stands in the caption",
      { ...picture, link: "https://lystok.example" },
      {},
      { image_url: image.url, alt_text: "Кава", caption: "Осіннє меню\n\nhttps://lystok.example" },
    ],
    ["a picture of a carousel", carousel, {}, { image_url: image.url, alt_text: "Кава", is_carousel_item: "true" }],
    [
      "a video of a carousel",
      carousel,
      { child0: "c0" },
      { media_type: "VIDEO", video_url: video.url, is_carousel_item: "true" },
    ],
    [
      "a carousel of its parts",
      carousel,
      { child0: "c0", child1: "c1", childrenReady: "yes" },
      { media_type: "CAROUSEL", children: "c0,c1", caption: "Осіннє меню" },
    ],
    [
      "a reel",
      { text: "Дивіться", media: [video], format: "reel" },
      {},
      { media_type: "REELS", video_url: video.url, share_to_feed: "true", caption: "Дивіться" },
    ],
    [
      "a story, which has no words",
      { text: "", media: [image], format: "story" },
      {},
      { media_type: "STORIES", image_url: image.url },
    ],
    [
      "a story of a video",
      { text: "", media: [video], format: "story" },
      {},
      { media_type: "STORIES", video_url: video.url },
    ],
  ])("asks for %s", async (_, content, receipts, form) => {
    const { answer, forms } = await take(content, receipts, { "POST /v26.0/17841405822304914/media": id });
    expect(forms()).toEqual([form]);
    expect(answer).toMatchObject({ kind: "pending", afterMs: 0 });
  });

  it("does not begin the carousel before every part is processed", async () => {
    const parts = { child0: "c0", child1: "c1" };
    const status = (name: string, code: string) => JSON.stringify({ id: name, status_code: code });
    const waiting = await take(carousel, parts, {
      "/c0": status("c0", "FINISHED"),
      "/c1": status("c1", "IN_PROGRESS"),
    });
    expect(waiting.answer).toEqual({ kind: "pending", receipts: {}, afterMs: 15_000 });
    const ready = await take(carousel, parts, { "/c0": status("c0", "FINISHED"), "/c1": status("c1", "FINISHED") });
    expect(ready.answer).toEqual({ kind: "pending", receipts: { childrenReady: "yes" }, afterMs: 0 });
  });
});

describe("a container that came to nothing", () => {
  const nothing = { child0: "", child1: "", childrenReady: "", container: "", ready: "" };
  const { ready: _, ...unready } = made;

  it("is made anew when it has expired, with its parts", async () => {
    const { answer } = await take(carousel, unready, { "/c9": fixture("container-expired") });
    expect(answer).toMatchObject({ kind: "retry", receipts: nothing, cause: { class: "transient", code: "expired" } });
    expect(publish.nextStep(carousel, { ...made, ...nothing }).name).toBe("create-part-1");
  });

  it("is given up with the platform's reason when the file is at fault", async () => {
    const { answer } = await take(carousel, unready, { "/c9": fixture("container-error") });
    expect(answer).toMatchObject({
      kind: "rejected",
      cause: { class: "invalid-content", rule: "video-unreadable", code: "-1/2207026" },
    });
  });

  it.each(["2207032", "2207053", "2207001", ""])("is made anew after the passing failure %s", async (subcode) => {
    const status = JSON.stringify({ id: "c9", status_code: "ERROR", status: `Error: failed with code ${subcode}` });
    const { answer } = await take(carousel, unready, { "/c9": status });
    expect(answer).toMatchObject({ kind: "retry", receipts: nothing });
  });
});

describe("publishing a container", () => {
  const publishing = (reply: Reply, more: Readonly<Record<string, Reply>> = {}) =>
    take(carousel, made, { "POST /v26.0/17841405822304914/media_publish": reply, ...more });

  it("counts as published even when its address cannot be asked for", async () => {
    const done = JSON.stringify({ id: "18012345678901234" });
    const { answer, forms } = await publishing(done, { "/18012345678901234": "no-answer" });
    expect(forms()).toEqual([{ creation_id: "c9" }]);
    expect(answer).toEqual({
      kind: "published",
      remoteId: "18012345678901234",
      url: "https://www.instagram.com/",
    });
  });

  it("looks again when it is not ready", async () => {
    const { answer } = await publishing(error(9007, 2207027));
    expect(answer).toMatchObject({ kind: "retry", receipts: { ready: "" } });
    expect(publish.nextStep(carousel, { ...made, ready: "" })).toMatchObject({
      name: "check-container",
      visible: false,
    });
  });

  it("makes everything anew when it has expired meanwhile", async () => {
    const { answer } = await publishing(error(-2, 2207020));
    expect(answer).toMatchObject({ kind: "retry", receipts: { container: "", child0: "" } });
  });

  it.each<[string, Reply]>([
    ["no answer comes", "no-answer"],
    ["Instagram has a failure of its own", error(-1, 2207001)],
    ["Instagram fails without saying how", error(-1)],
    ["the answer is not Graph's", { status: 502, body: "<html>" }],
  ])("leaves the outcome open when %s", async (_, reply) => {
    expect((await publishing(reply)).answer.kind).toBe("unknown");
  });

  it("does not take a second call's refusal for a failure when the first one had published", async () => {
    const published = JSON.stringify({ id: "c9", status_code: "PUBLISHED" });
    const finished = JSON.stringify({ id: "c9", status_code: "FINISHED" });
    expect((await publishing(error(100), { "/c9": published })).answer.kind).toBe("unknown");
    expect((await publishing(error(100), { "/c9": finished })).answer.kind).toBe("rejected");
  });

  it("waits until the oldest publication of a full day leaves the window, stories counted", async () => {
    const { answer } = await publishing(
      { status: 403, body: fixture("error-quota") },
      {
        "/content_publishing_limit": fixture("publishing-limit"),
        "/media": fixture("media"),
        "/stories": fixture("stories"),
      },
    );
    // Three are allowed: the third newest is the story of 05:00, which leaves the window a day later.
    const resetAt = Date.parse("2026-11-25T05:00:00Z");
    expect(answer).toMatchObject({
      kind: "retry",
      afterMs: resetAt - nowMs,
      cause: { class: "rate-limited", resetAt, code: "9/2207042" },
    });
  });

  it("waits for an hour when Instagram does not say enough", async () => {
    const { answer } = await publishing(
      { status: 403, body: fixture("error-quota") },
      { "/content_publishing_limit": error(2), "/media": error(2), "/stories": error(2) },
    );
    expect(answer).toMatchObject({ kind: "retry", afterMs: 3_600_000 });
  });
});

describe("refusals", () => {
  it.each<[number, number | undefined, object]>([
    [36001, 2207005, { kind: "rejected", cause: { rule: "jpeg-needed" } }],
    [36000, 2207004, { kind: "rejected", cause: { rule: "file-too-large" } }],
    [36003, 2207009, { kind: "rejected", cause: { rule: "ratio-refused" } }],
    [36004, 2207010, { kind: "rejected", cause: { rule: "caption-refused" } }],
    [352, 2207026, { kind: "rejected", cause: { rule: "video-unreadable" } }],
    [9004, 2207052, { kind: "rejected", cause: { rule: "file-unreachable" } }],
    [100, 2207028, { kind: "rejected", cause: { rule: "carousel-size" } }],
    [100, 2207040, { kind: "rejected", cause: { rule: "too-many-tags" } }],
    [24, 2207006, { kind: "rejected", cause: { class: "permission" } }],
    [25, 2207050, { kind: "rejected", cause: { class: "blocked" } }],
    [4, 2207051, { kind: "rejected", cause: { class: "blocked" } }],
    [-2, 2207003, { kind: "retry", cause: { class: "transient" } }],
    [24, 2207008, { kind: "retry", cause: { class: "transient" } }],
    [80002, undefined, { kind: "retry", cause: { class: "rate-limited" } }],
    [190, 463, { kind: "reconnect", cause: { class: "auth-expired" } }],
  ])("%i/%s", async (code, subcode, expected) => {
    const { answer } = await take(picture, {}, { "/media": error(code, subcode) });
    expect(answer).toMatchObject(expected);
  });
});

describe("looking for a publication", () => {
  const find = (content: PublishContent, receipts: Receipts, replies: Readonly<Record<string, Reply>>, armed = nowMs) =>
    publish.find(scripted(replies).call, { content, receipts, armedAt: armed, knownRemoteIds: new Set() });
  const noon = Date.parse("2026-11-24T12:00:10Z");
  const container = (status: string) => JSON.stringify({ id: "c9", status_code: status });

  it("finds what the container became, by kind, time and caption", async () => {
    const replies = { "/c9": container("PUBLISHED"), "/media": fixture("media") };
    expect(await find(carousel, made, replies, noon)).toEqual({
      kind: "found",
      remoteId: "18012345678901234",
      url: "https://www.instagram.com/p/Dab1/",
    });
    expect((await find(picture, made, replies, noon)).kind).toBe("unknown");
  });

  it.each(["FINISHED", "EXPIRED", "ERROR", "IN_PROGRESS"])(
    "knows that nothing appeared of a container that is %s, whatever else stands there",
    async (status) => {
      expect(await find(carousel, made, { "/c9": container(status) }, noon)).toEqual({ kind: "absent" });
    },
  );

  it("does not conclude from a list that lags behind a published container", async () => {
    const replies = { "/c9": container("PUBLISHED"), "/media": JSON.stringify({ data: [] }) };
    expect(await find(carousel, made, replies)).toMatchObject({ kind: "unknown", cause: { code: "not-listed" } });
  });
});

it("offers each account whose page gives a token, its id kept to the last digit", async () => {
  const { call } = scripted({
    "POST /v26.0/oauth/access_token": JSON.stringify({ access_token: "EAAB-user" }),
    "GET /v26.0/me/accounts": fixture("accounts"),
  });
  const app = { appId: "42", appSecrets: ["secret"] as const, verifyToken: "word" };
  const offered = await auth.exchange({ http: call.http, app, nowMs }, { code: "c", redirectUri: "https://d.test/cb" });
  expect(offered).toEqual({
    ok: true,
    value: [
      {
        remoteId: "17841405822304914",
        name: "@lystok.coffee",
        url: "https://www.instagram.com/lystok.coffee/",
        accessToken: "EAAB-page",
      },
    ],
  });
});
