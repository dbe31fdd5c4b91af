import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeClock } from "../../../kernel/clock.ts";
import { unwrap } from "../../../kernel/result.ts";
import type { ChannelCall } from "../../connector.ts";
import type { HttpClient, HttpRequest } from "../../http.ts";
import { facebook } from "./index.ts";
import { type FacebookDouble, facebookDouble } from "./test-support/sandbox-double.ts";

const hourMs = 3_600_000;
const start = Date.parse("2026-11-22T10:00:00Z");

describe("Facebook", () => {
  const clock = fakeClock("2026-11-22T10:00:00Z");
  const sent: HttpRequest[] = [];
  let double: FacebookDouble;
  let call: ChannelCall;

  const withScopes = async (...scopes: string[]): Promise<ChannelCall> => {
    const http: HttpClient = {
      send: (request) => {
        sent.push(request);
        return double.http.send(request);
      },
    };
    const { endpoints } = double.app;
    const accessToken = await double.token(scopes);
    return { http, endpoints, channelRemoteId: double.pageId, accessToken, nowMs: clock.nowMs() };
  };
  const act = async (name: string, input: object) =>
    ((await double.control("POST", `facebook/pages/${double.pageId}/${name}`, input)) as { id: string }).id;
  const state = async () =>
    (await double.control("GET", `facebook/pages/${double.pageId}`)) as {
      comments: { id: string; parentId?: string; postId: string; message: string; hidden: boolean; removed: boolean }[];
      messages: { text: string; fromPage: boolean }[];
    };
  const post = async (text: string): Promise<string> => {
    const answer = await facebook.publish?.nextStep({ text, media: [] }, {}).run(call);
    if (answer?.kind !== "published") throw new Error(JSON.stringify(answer));
    return answer.remoteId;
  };
  const fail = (fault: object) => double.control("POST", "faults", { platform: "facebook", ...fault });

  beforeAll(async () => {
    double = await facebookDouble({ clock });
    call = await withScopes(...facebook.manifest.scopes);
  });
  afterAll(() => double.stop());
  beforeEach(() => {
    clock.set(start);
    sent.length = 0;
  });

  it("sends the token in a header and no secret in an address", async () => {
    await post("Без таємниць в адресі");
    expect(sent.length).toBeGreaterThan(0);
    for (const { url, headers } of sent) {
      expect(url).not.toContain(call.accessToken);
      expect(headers?.authorization).toBe(`Bearer ${call.accessToken}`);
    }
  });

  it("is told that a permission is missing", async () => {
    const limited = await withScopes("pages_read_engagement");
    const answer = await facebook.publish?.nextStep({ text: "Не можна", media: [] }, {}).run(limited);
    expect(answer).toMatchObject({ kind: "rejected", cause: { class: "permission", code: "200" } });
  });

  it.each([
    ["a proxy's page", { status: 502, body: "<html>Bad gateway</html>" }],
    ["an answer without the id", { status: 200, body: { surprise: true } }],
    ["an empty answer", { status: 200, body: "" }],
    ["a refusal by something in between", { status: 403, body: "<html>Forbidden</html>" }],
  ])("leaves the outcome open after %s", async (_, answer) => {
    await fail({ method: "POST", path: "/feed", answer });
    const step = facebook.publish?.nextStep({ text: `Хтозна ${answer.status}`, media: [] }, {});
    expect(await step?.run(call)).toMatchObject({ kind: "unknown" });
  });

  it("does not post the same words twice within a minute, as Facebook refuses", async () => {
    await post("Раз");
    const again = await facebook.publish?.nextStep({ text: "Раз", media: [] }, {}).run(call);
    expect(again).toMatchObject({ kind: "rejected", cause: { class: "duplicate", code: "506" } });
  });

  it("says which link Facebook refuses", async () => {
    const content = { text: "", link: "https://www.facebook.com/somebody", media: [] };
    const answer = await facebook.publish?.nextStep(content, {}).run(call);
    expect(answer).toMatchObject({ kind: "rejected", cause: { rule: "link-refused" } });
  });

  it("goes on with the photos that another worker has uploaded", () => {
    const photo = { kind: "image" as const, url: "https://a.example/1.jpg", contentType: "image/jpeg", altText: "" };
    const content = { text: "Три", media: [photo, photo, photo] };
    const step = (receipts: Record<string, string>) => facebook.publish?.nextStep(content, receipts);
    expect(step({})).toMatchObject({ name: "upload-photo-1", visible: false });
    expect(step({ photo0: "1" })).toMatchObject({ name: "upload-photo-2", visible: false });
    expect(step({ photo0: "1", photo2: "3" })).toMatchObject({ name: "upload-photo-2" });
    expect(step({ photo0: "1", photo1: "2", photo2: "3" })).toMatchObject({ name: "post", visible: true });
  });

  it("waits for a video until it is processed", async () => {
    const media = [{ kind: "video" as const, url: double.media.video, contentType: "video/mp4", altText: "" }];
    const content = { text: "Відео", media };
    const uploaded = await facebook.publish?.nextStep(content, {}).run(call);
    if (uploaded?.kind !== "pending") throw new Error(JSON.stringify(uploaded));
    const check = facebook.publish?.nextStep(content, uploaded.receipts);
    expect(await check?.run(call)).toEqual({ kind: "pending", receipts: {}, afterMs: 10_000 });
    clock.advance(1000);
    expect(await check?.run(call)).toEqual({ kind: "pending", receipts: { videoReady: "yes" }, afterMs: 0 });
    const receipts = { ...uploaded.receipts, videoReady: "yes" };
    await fail({ method: "POST", answer: "close", afterWrite: true });
    expect(await facebook.publish?.nextStep(content, receipts).run(call)).toMatchObject({ kind: "unknown" });
    const wanted = { content, receipts, armedAt: clock.nowMs(), knownRemoteIds: new Set<string>() };
    expect(await facebook.publish?.find(call, wanted)).toMatchObject({ kind: "found" });
  });

  it("answers a reply on the comment above it, for comments have two levels", async () => {
    const postId = await post("Дві сходинки");
    const parent = await act("comment", { on: postId, message: "Питання" });
    const reply = await act("comment", { on: parent, message: "І ще одне" });
    const target = { kind: "comment" as const, remoteId: reply, parentRemoteId: parent };
    const answer = await facebook.replies?.reply(call, target, "Відповідь обом");
    expect(answer?.kind).toBe("done");
    const written = (await state()).comments.find((it) => it.message === "Відповідь обом");
    expect(written).toMatchObject({ parentId: parent, postId });
  });

  it("hides, shows and removes a comment, and takes one that is gone for removed", async () => {
    const target = {
      kind: "comment" as const,
      remoteId: await act("comment", { on: await post("Сховай"), message: "x" }),
    };
    const stored = async () => (await state()).comments.find((it) => it.id === target.remoteId);
    await facebook.replies?.setHidden(call, target, true);
    expect(await stored()).toMatchObject({ hidden: true });
    await facebook.replies?.setHidden(call, target, false);
    expect(await stored()).toMatchObject({ hidden: false });
    await facebook.replies?.remove(call, target);
    expect(await stored()).toMatchObject({ removed: true });
    expect(await facebook.replies?.remove(call, target)).toEqual({ kind: "done" });
    expect(await facebook.replies?.reply(call, target, "Запізно")).toMatchObject({ cause: { class: "not-found" } });
  });

  it("answers a recommendation on its story", async () => {
    const story = await act("recommendation", { person: "Софія", recommends: true, message: "Затишно" });
    const target = { kind: "review" as const, remoteId: story };
    expect(await facebook.replies?.reply(call, target, "Дякуємо!")).toMatchObject({ kind: "done" });
    expect((await state()).comments.find((it) => it.postId === story)).toMatchObject({ message: "Дякуємо!" });
    expect(await facebook.replies?.setHidden(call, target, true)).toMatchObject({
      cause: { rule: "not-possible-here" },
    });
  });

  it("writes to a person within 24 hours of their last message, and is told when it is too late", async () => {
    await act("message", { person: "Наталя", message: "Чи можна з собакою?" });
    const { messages } = (await state()) as unknown as { messages: { id: string; person: { id: string } }[] };
    const target = { kind: "direct" as const, remoteId: messages[0]?.id ?? "", authorRemoteId: messages[0]?.person.id };
    clock.advance(23 * hourMs);
    const wanted = { text: "Можна", armedAt: clock.nowMs() };
    const sentNow = await facebook.replies?.reply(call, target, wanted.text);
    expect(sentNow).toMatchObject({ kind: "done" });
    expect(await facebook.replies?.findReply(call, target, wanted)).toMatchObject({ kind: "found" });
    clock.advance(2 * hourMs);
    expect(await facebook.replies?.reply(call, target, "Запізно")).toMatchObject({
      kind: "rejected",
      cause: { class: "invalid-content", rule: "message-window-closed", code: "10/2018278" },
    });
  });

  describe("insights", () => {
    const kyivDay = { day: "2026-11-22", from: Date.parse("2026-11-21T22:00Z"), to: Date.parse("2026-11-22T22:00Z") };
    const measure = async (day = kyivDay) => unwrap((await facebook.insights?.measureChannel(call, day)) ?? never());

    it("come from what happened on the page", async () => {
      const before = await measure();
      const postId = await post("Виміряй мене");
      await act("reaction", { on: postId, person: "А" });
      await act("comment", { on: postId, person: "Б", message: "Гарно" });
      await act("share", { on: postId, person: "В" });
      await act("follow", { gained: 3, lost: 1 });
      const after = await measure();
      const grown = (name: "followers" | "followersGained" | "followersLost" | "interactions") =>
        value(after[name]) - value(before[name]);
      expect([grown("followers"), grown("followersGained"), grown("followersLost")]).toEqual([2, 3, 1]);
      expect(grown("interactions")).toBe(3);
      expect(value(after.reach)).toBeGreaterThan(value(before.reach));
      expect(after.audience.country?.UA).toBeCloseTo(0.83, 1);
      expect(unwrap((await facebook.insights?.measurePublication(call, postId)) ?? never())).toMatchObject({
        reactions: { value: 1 },
        comments: { value: 1 },
        shares: { value: 1 },
        saves: { available: false, reason: "not-given-by-platform" },
      });
    });

    it("never give what Facebook has stopped giving", async () => {
      const { negativeActions, audience } = await measure();
      expect(negativeActions).toEqual({ available: false, reason: "not-given-by-platform" });
      expect(Object.keys(audience).sort()).toEqual(["city", "country"]);
    });

    it("lose only the metric that is retired", async () => {
      const body = { error: { code: 100, message: "The value must be a valid insights metric" } };
      await fail({ method: "GET", path: "/insights", times: 2, answer: { status: 400, body } });
      const { followers, reach, views } = await measure();
      expect(followers).toEqual({ available: false, reason: "not-given-by-platform" });
      expect([reach.available, views.available]).toEqual([true, true]);
    });

    it("say so when the permission is missing, and when Facebook gives no data", async () => {
      const without = await withScopes("pages_read_engagement");
      const figures = unwrap((await facebook.insights?.measureChannel(without, kyivDay)) ?? never());
      expect(figures.reach).toEqual({ available: false, reason: "no-permission" });
      await fail({ method: "GET", path: "/insights", times: 2, answer: { status: 200, body: { data: [] } } });
      expect((await measure()).reach).toEqual({ available: false, reason: "not-yet" });
    });

    it("fail as a whole when the service does, so that nothing is taken for 0", async () => {
      await fail({
        method: "GET",
        path: "/insights",
        answer: { status: 500, body: { error: { code: 2, message: "down" } } },
      });
      expect(await facebook.insights?.measureChannel(call, kyivDay)).toMatchObject({
        ok: false,
        error: { class: "transient" },
      });
    });

    it("take Facebook's own day that covers most of the workspace's", async () => {
      await act("follow", { gained: 40, at: Date.parse("2026-11-21T15:00Z") });
      await double.control("PUT", "facebook/settings", { insightsZone: "America/Los_Angeles" });
      const yesterday = { day: "2026-11-21", from: kyivDay.from - 24 * hourMs, to: kyivDay.from };
      expect(value((await measure(yesterday)).followersGained)).toBe(40);
      const tomorrow = { day: "2026-11-23", from: kyivDay.to, to: kyivDay.to + 24 * hourMs };
      expect((await measure(tomorrow)).followersGained).toEqual({ available: false, reason: "not-yet" });
      await double.control("PUT", "facebook/settings", { insightsZone: "Europe/Kyiv" });
    });
  });
});

const value = (figure: { available: boolean; value?: number }): number => {
  if (figure.value === undefined) throw new Error(`no figure: ${JSON.stringify(figure)}`);
  return figure.value;
};
const never = (): never => {
  throw new Error("the connector has no such capability");
};
