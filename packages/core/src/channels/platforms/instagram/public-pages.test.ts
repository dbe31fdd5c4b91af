import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HttpAnswer, HttpRequest } from "../../http.ts";
import { figure, notAvailable } from "../../measurement.ts";
import { handleOf } from "./handle.ts";
import { publicPages } from "./public-pages.ts";

const now = Date.parse("2026-11-26T10:00:00Z");
const app = { appId: "1", appSecrets: ["s3cret"] as const, verifyToken: "v" };
const notGiven = notAvailable("not-given-by-platform");

/** Reads a page of Instagram that answers these, one after another. */
async function read(answers: readonly object[], ask: { handle?: string; since?: number; headers?: object } = {}) {
  const sent: HttpRequest[] = [];
  const send = async (request: HttpRequest): Promise<HttpAnswer> => {
    const answer = answers[sent.push(request) - 1] ?? {};
    const headers = { ...ask.headers } as Record<string, string>;
    return { kind: "answer", status: "error" in answer ? 400 : 200, headers, body: JSON.stringify(answer) };
  };
  const call = { http: { send }, channelRemoteId: "17841400000000001", accessToken: "t0ken", nowMs: now };
  const { handle = "zerno.kyiv", since = Date.parse("2026-11-01T00:00:00Z") } = ask;
  return { page: await publicPages.read(call, { app, handle, since }), sent };
}
const account = (media: readonly object[], paging: object = {}) => ({
  business_discovery: { id: "9", username: "zerno.kyiv", followers_count: 5100, media: { data: media, paging } },
  id: "17841400000000001",
});
const media = (more: object = {}) => ({
  ...{ id: "1", timestamp: "2026-11-20T08:00:00+0000", media_type: "IMAGE", like_count: 40, comments_count: 2 },
  ...more,
});
const fieldsOf = ({ url }: HttpRequest) => new URL(url).searchParams.get("fields");

describe("Instagram's names", () => {
  it.each([
    ["zerno.kyiv", "zerno.kyiv"],
    ["  @Zerno_Kyiv ", "zerno_kyiv"],
    ["https://www.instagram.com/zerno.kyiv/?hl=uk", "zerno.kyiv"],
    ["instagram.com/zerno.kyiv#top", "zerno.kyiv"],
    ["HTTP://M.Instagram.com/zerno.kyiv/reels/", "zerno.kyiv"],
    ["https://www.instagram.com/stories/zerno.kyiv/3141/", "zerno.kyiv"],
    ["https://www.instagram.com/p/DabcDEF/", null],
    ["https://www.instagram.com/reel/DabcDEF/", null],
    ["https://www.instagram.com/", null],
    ["https://notinstagram.com/zerno.kyiv", null],
    ["https://www.facebook.com/zerno.kyiv", null],
    ["зерно", null],
    ["a..b", null],
    [".a", null],
    ["a".repeat(31), null],
    ["x){followers_count}", null],
  ])("in %j is %j", (pasted, handle) => expect(handleOf(pasted)).toBe(handle));

  it("can break out of no request, whatever is pasted", () => {
    const links = fc.tuple(
      fc.constantFrom("", "@", "instagram.com/", "https://www.instagram.com/stories/"),
      fc.string(),
    );
    fc.assert(
      fc.property(links, ([start, rest]) => {
        const handle = handleOf(start + rest);
        expect(handle === null || /^[a-z0-9._]{1,30}$/.test(handle)).toBe(true);
        if (handle !== null)
          expect(handleOf(`https://www.instagram.com/${handle}/`)).toSatisfy((it) => it === handle || it === null);
      }),
    );
  });
});

describe("Instagram's public figures", () => {
  it("are asked of another's account as a field of one's own", async () => {
    const { page, sent } = await read([
      account([media({ caption: "Новий лот\nз Ефіопії", permalink: "https://i/p/1" })]),
    ]);
    expect(fieldsOf(sent[0] as HttpRequest)).toMatch(
      /^business_discovery\.username\(zerno\.kyiv\)\{id,username.*media\.limit\(50\)\{/,
    );
    expect(page).toMatchObject({
      ok: true,
      value: {
        ...{
          remoteId: "9",
          handle: "zerno.kyiv",
          url: "https://www.instagram.com/zerno.kyiv/",
          followers: figure(5100),
        },
        posts: {
          available: true,
          posts: [
            {
              ...{ remoteId: "1", url: "https://i/p/1", kind: "image", opening: "Новий лот з Ефіопії" },
              ...{ reactions: figure(40), comments: figure(2), shares: notGiven },
            },
          ],
        },
      },
    });
  });

  it("are not available where likes are hidden or a count is missing, and never 0", async () => {
    const hidden = media({ like_count: undefined, comments_count: null });
    const { page } = await read([
      { business_discovery: { ...account([hidden]).business_discovery, followers_count: undefined } },
    ]);
    expect(page).toMatchObject({
      value: { followers: notGiven, posts: { posts: [{ reactions: notGiven, comments: notGiven }] } },
    });
  });

  it("are read from numbers that come as texts, and from kinds that nobody knows", async () => {
    const { page } = await read([account([media({ like_count: "41", media_type: "HOLOGRAM" })])]);
    expect(page).toMatchObject({ value: { posts: { posts: [{ reactions: figure(41), kind: null }] } } });
  });

  it("are walked through by cursors until the posts are old enough", async () => {
    const at = (day: string, id: string) => media({ id, timestamp: `2026-11-${day}T08:00:00+0000` });
    const { page, sent } = await read(
      [
        account([at("25", "3"), at("20", "2")], { cursors: { after: "QVFI" } }),
        account([at("10", "1"), at("02", "0")], { cursors: { after: "QVFJ" } }),
      ],
      { since: Date.parse("2026-11-05T00:00:00Z") },
    );
    expect(sent.map((one) => /media([^{]*)\{/.exec(fieldsOf(one) ?? "")?.[1])).toEqual([
      ".limit(50)",
      ".after(QVFI).limit(50)",
    ]);
    expect(page).toMatchObject({ value: { posts: { completeFrom: Date.parse("2026-11-05T00:00:00Z") } } });
    expect(page.ok && page.value.posts.available && page.value.posts.posts.map(({ remoteId }) => remoteId)).toEqual([
      "3",
      "2",
      "1",
    ]);
  });

  it("say from when on they are whole where there are too many posts", async () => {
    const pages = [9, 8, 7, 6, 5].map((day) =>
      account([media({ id: `${day}`, timestamp: `2026-11-2${day}T08:00:00+0000` })], { cursors: { after: `c${day}` } }),
    );
    const { page, sent } = await read(pages, { since: 0 });
    expect([sent.length, page.ok && page.value.posts]).toMatchObject([
      4,
      { completeFrom: Date.parse("2026-11-26T08:00:00Z") },
    ]);
  });

  it("tell how much of the app's limit is used up", async () => {
    const headers = { "x-app-usage": JSON.stringify({ call_count: 71, total_time: 12, total_cputime: 3 }) };
    expect((await read([account([])], { headers })).page).toMatchObject({ value: { usage: 0.71 } });
  });

  it.each([
    ["there is no such account, or a personal one", { code: 110, error_subcode: 2207013 }, "not-found"],
    ["the permission is missing", { code: 10 }, "permission"],
    ["too much was asked", { code: 80002 }, "rate-limited"],
    ["the token has ended", { code: 190, error_subcode: 463 }, "auth-expired"],
    ["Instagram fails", { code: 2 }, "transient"],
  ])("are refused by code where %s", async (_, error, kind) => {
    expect((await read([{ error: { message: "No.", ...error } }])).page).toMatchObject({
      ok: false,
      error: { class: kind },
    });
  });

  it("are not there where Instagram leaves the account out, as of one for adults", async () => {
    expect((await read([{ id: "17841400000000001" }])).page).toMatchObject({
      ok: false,
      error: { class: "not-found" },
    });
  });
});
