import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HttpAnswer, HttpRequest } from "../../http.ts";
import { figure, notAvailable } from "../../measurement.ts";
import { handleOf } from "./handle.ts";
import { publicPages } from "./public-pages.ts";

const now = Date.parse("2026-11-26T10:00:00Z");
const since = Date.parse("2026-11-01T00:00:00Z");
const app = { appId: "1", appSecrets: ["s3cret", "older"] as const, verifyToken: "v" };
const notGiven = notAvailable("not-given-by-platform");

/** Reads a page of a Facebook that answers by the path. */
async function read(byPath: Readonly<Record<string, object>>) {
  const sent: HttpRequest[] = [];
  const send = async (request: HttpRequest): Promise<HttpAnswer> => {
    sent.push(request);
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace(/^\/v[\d.]+\//, "");
    const answer = byPath[`${path}?after=${searchParams.get("after")}`] ?? byPath[path] ?? {};
    return { kind: "answer", status: "error" in answer ? 400 : 200, headers: {}, body: JSON.stringify(answer) };
  };
  const call = { http: { send }, channelRemoteId: "1", accessToken: "t0ken", nowMs: now };
  return { page: await publicPages.read(call, { app, handle: "kava.na.podoli", since }), sent };
}
const page = { id: "99", name: "Кава на Подолі", link: "https://www.facebook.com/kava", followers_count: 3900 };
const post = (more: object = {}) => ({
  ...{ id: "99_1", created_time: "2026-11-20T08:00:00+0000", message: "Джаз", permalink_url: "https://f/1" },
  ...{ reactions: { data: [], summary: { total_count: 40 } }, comments: { data: [], summary: { total_count: 3 } } },
  ...more,
});
const posts = (...data: object[]) => ({ "kava.na.podoli": page, "99/posts": { data } });

describe("Facebook's names", () => {
  it.each([
    ["kava.na.podoli", "kava.na.podoli"],
    [" @Kava.Na.Podoli ", "kava.na.podoli"],
    ["104827115920384", "104827115920384"],
    ["https://www.facebook.com/kava.na.podoli?locale=uk_UA", "kava.na.podoli"],
    ["https://uk-ua.facebook.com/kava.na.podoli/posts/pfbid02x", "kava.na.podoli"],
    ["m.facebook.com/kava.na.podoli/photos", "kava.na.podoli"],
    ["fb.com/kava.na.podoli", "kava.na.podoli"],
    ["https://www.facebook.com/profile.php?id=61550000000001&sk=about", "61550000000001"],
    ["https://www.facebook.com/pages/Kava/104827115920384", "104827115920384"],
    ["https://www.facebook.com/p/Kava-na-Podoli-61550000000001/", "61550000000001"],
    ["https://www.facebook.com/Kava-na-Podoli-104827115920384/", "104827115920384"],
    ["https://www.facebook.com/pg/kava.na.podoli/about", "kava.na.podoli"],
    ["https://www.facebook.com/groups/104827115920384", null],
    ["https://www.facebook.com/watch/?v=1", null],
    ["https://www.facebook.com/profile.php?id=abc", null],
    ["https://www.facebook.com/", null],
    ["https://notfacebook.com/kava.na.podoli", null],
    ["https://www.instagram.com/kava.na.podoli", null],
    ["кава", null],
    ["ab", null],
    ["kava..podoli", null],
    [".kava.podoli", null],
    ["me/accounts", null],
  ])("in %j is %j", (pasted, handle) => expect(handleOf(pasted)).toBe(handle));

  it("can leave no path, whatever is pasted", () => {
    const starts = fc.constantFrom(
      "",
      "@",
      "facebook.com/",
      "https://www.facebook.com/pages/",
      "fb.com/profile.php?id=",
    );
    fc.assert(
      fc.property(starts, fc.string(), (start, rest) => {
        const handle = handleOf(start + rest);
        expect(handle === null || /^[a-z0-9.]{5,50}$/.test(handle)).toBe(true);
        if (handle !== null) expect(handleOf(handle)).toBe(handle);
      }),
    );
  });
});

describe("Facebook's public figures", () => {
  it("are asked with a proof that the app's own server asks, and never with the secret", async () => {
    const { page: read1, sent } = await read(posts(post({ attachments: { data: [{ media_type: "album" }] } })));
    const proof = createHmac("sha256", "s3cret").update("t0ken").digest("hex");
    expect(sent.map(({ url }) => new URL(url).searchParams.get("appsecret_proof"))).toEqual([proof, proof]);
    expect(JSON.stringify(sent)).not.toContain("s3cret");
    expect(read1).toMatchObject({
      ok: true,
      value: {
        ...{ remoteId: "99", handle: "99", name: "Кава на Подолі", followers: figure(3900) },
        posts: {
          completeFrom: since,
          posts: [{ kind: "carousel", opening: "Джаз", reactions: figure(40), comments: figure(3), shares: figure(0) }],
        },
      },
    });
  });

  it("are not available where they are missing, and read where they come as texts", async () => {
    const odd = post({
      reactions: { data: [], summary: { total_count: "41" } },
      comments: undefined,
      shares: { count: "2" },
    });
    const { page: oddPage } = await read({ ...posts(odd), "kava.na.podoli": { ...page, followers_count: undefined } });
    expect(oddPage).toMatchObject({
      value: {
        followers: notGiven,
        posts: { posts: [{ kind: "text", reactions: figure(41), comments: notGiven, shares: figure(2) }] },
      },
    });
  });

  it("go on to the next pages, and end with what was asked for", async () => {
    const { page: long } = await read({
      "kava.na.podoli": page,
      "99/posts": { data: [post()], paging: { cursors: { after: "c1" }, next: "https://x" } },
      "99/posts?after=c1": {
        data: [post({ id: "99_2" }), post({ id: "99_3", created_time: "2026-10-30T08:00:00+0000" })],
      },
    });
    expect(long.ok && long.value.posts.available && long.value.posts.posts.map(({ remoteId }) => remoteId)).toEqual([
      "99_1",
      "99_2",
    ]);
  });

  it("have no address where the platform tells one that is none of the web", async () => {
    const { page: odd } = await read({
      "kava.na.podoli": { ...page, link: "javascript:alert(1)" },
      "99/posts": { data: [post({ permalink_url: "javascript:alert(1)" })] },
    });
    expect(odd).toMatchObject({ value: { url: "https://www.facebook.com/99", posts: { posts: [{ url: null }] } } });
  });

  it("are followers alone where the app may see a page and not its posts", async () => {
    const { page: metadata } = await read({
      "kava.na.podoli": page,
      "99/posts": { error: { code: 10, message: "no" } },
    });
    expect(metadata).toMatchObject({
      value: { followers: figure(3900), posts: { available: false, reason: "no-permission" } },
    });
  });

  it.each([
    ["nothing has that name", { code: 803 }, "not-found"],
    ["it is not shown to us", { code: 100, error_subcode: 33 }, "not-found"],
    ["the feature is missing", { code: 10 }, "permission"],
    ["too much was asked", { code: 80001 }, "rate-limited"],
    ["the token has ended", { code: 190, error_subcode: 460 }, "auth-expired"],
  ])("are refused by code where %s", async (_, error, kind) => {
    const { page: refused } = await read({ "kava.na.podoli": { error: { message: "No.", ...error } } });
    expect(refused).toMatchObject({ ok: false, error: { class: kind } });
  });
});
