import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jpeg, png, video } from "#tests/support/media-files.ts";
import { type Sandbox, startSandbox } from "./index.ts";

const app = { appId: "42", appSecrets: ["secret"] as [string], verifyToken: "word" };
const account = "17841405822304914";
const pageId = "104827115920384";
const scopes = ["instagram_basic", "instagram_content_publish", "instagram_manage_comments"];
const hourMs = 3_600_000;

const files: Readonly<Record<string, Uint8Array>> = {
  "/a.jpg": jpeg(1080, 1350),
  "/tall.jpg": jpeg(1080, 1920),
  "/a.png": png(1080, 1080),
  "/a.mp4": video(),
};

let dataDir: string;
let sandbox: Sandbox;
let server: Server;
let now: number;
let token: string;
let media: string;

beforeEach(async () => {
  server = createServer((request, response) => {
    const file = files[request.url ?? ""];
    response.writeHead(file ? 200 : 404).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  media = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  dataDir = mkdtempSync(join(tmpdir(), "dopys-sandbox-"));
  now = Date.parse("2026-11-24T10:00:00Z");
  const clock = { nowMs: () => now };
  sandbox = await startSandbox({ port: 0, dataDir, app, callbackUrl: () => `${media}/hook`, clock });
  token = (await control("POST", "tokens", { pageId, scopes })).accessToken;
});

afterEach(async () => {
  await sandbox.stop();
  await new Promise((resolve) => server.close(resolve));
  rmSync(dataDir, { recursive: true, force: true });
});

const control = async (method: string, path: string, body?: unknown) => {
  const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
  return (await fetch(`${sandbox.url}/sandbox/instagram/${path}`, init)).json();
};
const graph = async (method: "GET" | "POST", path: string, form?: Record<string, string>, bearer = token) => {
  const response = await fetch(`${sandbox.endpoints.instagram?.graph}/v26.0/${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}` },
    ...(form && { body: new URLSearchParams(form) }),
  });
  return response.json();
};
const make = (form: Record<string, string>) => graph("POST", `${account}/media`, form);
const publish = (id: string) => graph("POST", `${account}/media_publish`, { creation_id: id });
const status = async (id: string) => (await graph("GET", `${id}?fields=status_code,status`)).status_code;
const refusal = async (answer: Promise<{ error?: { code: number; error_subcode?: number } }>) => {
  const { error } = await answer;
  return [error?.code, error?.error_subcode];
};

describe("a container", () => {
  it("is in progress for a while, then finished, then published, once", async () => {
    const { id } = await make({ media_type: "REELS", video_url: `${media}/a.mp4`, caption: "Дивіться" });
    expect(await status(id)).toBe("IN_PROGRESS");
    expect(await refusal(publish(id))).toEqual([9007, 2207027]);
    now += 10_000;
    expect(await status(id)).toBe("FINISHED");
    const published = await publish(id);
    expect(await graph("GET", `${published.id}?fields=permalink`)).toMatchObject({
      media_type: "VIDEO",
      media_product_type: "REELS",
      permalink: expect.stringContaining("/instagram/p/"),
    });
    expect(await status(id)).toBe("PUBLISHED");
    expect((await refusal(publish(id)))[0]).toBe(100);
    expect((await control("GET", `accounts/${account}`)).media).toHaveLength(1);
  });

  it("expires a day after it was made", async () => {
    const { id } = await make({ image_url: `${media}/a.jpg` });
    now += 24 * hourMs - 1;
    expect(await status(id)).toBe("FINISHED");
    now += 1;
    expect(await status(id)).toBe("EXPIRED");
    expect(await refusal(publish(id))).toEqual([-2, 2207020]);
  });

  it("says by its status, later, what was wrong with a video, and at once what is wrong with a picture", async () => {
    const { id } = await make({ media_type: "REELS", video_url: `${media}/a.jpg` });
    now += 10_000;
    expect(await graph("GET", id)).toMatchObject({ status_code: "ERROR", status: expect.stringContaining("2207026") });
    expect(await refusal(make({ image_url: `${media}/a.png` }))).toEqual([36001, 2207005]);
    expect(await refusal(make({ image_url: `${media}/gone.jpg` }))).toEqual([9004, 2207052]);
    expect(await refusal(make({ image_url: `${media}/tall.jpg` }))).toEqual([36003, 2207009]);
    expect(await make({ image_url: `${media}/tall.jpg`, media_type: "STORIES" })).toHaveProperty("id");
  });

  it("fails to be processed when it was told to", async () => {
    await control("PUT", "settings", { failProcessing: 2207053 });
    const { id } = await make({ image_url: `${media}/a.jpg` });
    now += 10_000;
    expect(await graph("GET", id)).toMatchObject({ status_code: "ERROR", status: expect.stringContaining("2207053") });
  });
});

describe("a carousel", () => {
  const part = async (file: string) =>
    (
      await make({
        is_carousel_item: "true",
        ...(file.endsWith("mp4") && { media_type: "VIDEO", video_url: media + file }),
        ...(file.endsWith("jpg") && { image_url: media + file }),
      })
    ).id as string;

  it("has 2 to 10 parts, each processed, none of them published by itself", async () => {
    const [picture, film] = [await part("/a.jpg"), await part("/a.mp4")];
    const join = (ids: readonly string[]) =>
      make({ media_type: "CAROUSEL", children: ids.join(","), caption: "Обидва" });
    expect(await refusal(join([picture]))).toEqual([100, 2207028]);
    expect(await refusal(join(Array(11).fill(picture)))).toEqual([100, 2207028]);
    now += 1000;
    expect(await refusal(join([picture, film]))).toEqual([9007, 2207027]);
    now += 10_000;
    expect(await refusal(publish(picture))).toEqual([24, 2207006]);
    const { id } = await join([picture, film]);
    now += 10_000;
    const published = await publish(id);
    expect(await graph("GET", published.id)).toMatchObject({ media_type: "CAROUSEL_ALBUM", caption: "Обидва" });
  });
});

describe("an account", () => {
  it("publishes so many times in a rolling day, stories counted", async () => {
    await control("PUT", "settings", { quotaTotal: 2, imageProcessingMs: 0 });
    const once = async (form: object = {}) => publish((await make({ image_url: `${media}/a.jpg`, ...form })).id);
    await once();
    now += hourMs;
    await once({ media_type: "STORIES" });
    expect(await refusal(once())).toEqual([9, 2207042]);
    const limit = await graph("GET", `${account}/content_publishing_limit?fields=quota_usage,config`);
    expect(limit.data).toEqual([{ quota_usage: 2, config: { quota_total: 2, quota_duration: 86_400 } }]);
    now += 23 * hourMs;
    expect(await once()).toHaveProperty("id");
  });

  it("shows a story for a day, apart from its posts", async () => {
    await control("PUT", "settings", { imageProcessingMs: 0 });
    const { id } = await publish((await make({ image_url: `${media}/tall.jpg`, media_type: "STORIES" })).id);
    const listed = async (edge: string) =>
      (await graph("GET", `${account}/${edge}`)).data.map((it: { id: string }) => it.id);
    expect([await listed("stories"), await listed("media")]).toEqual([[id], []]);
    now += 24 * hourMs;
    expect(await listed("stories")).toEqual([]);
  });

  it("refuses a token without the permission, of another page, or none", async () => {
    const { accessToken: reader } = await control("POST", "tokens", { pageId, scopes: ["instagram_basic"] });
    const { accessToken: stranger } = await control("POST", "tokens", { pageId: "1", scopes });
    const attempt = (bearer: string) => graph("POST", `${account}/media`, { image_url: `${media}/a.jpg` }, bearer);
    expect(await refusal(attempt(reader))).toEqual([200, undefined]);
    expect(await refusal(attempt(stranger))).toEqual([100, 33]);
    expect(await refusal(attempt("none"))).toEqual([190, 467]);
    expect(await refusal(make({ image_url: `${media}/a.jpg`, caption: "а".repeat(2201) }))).toEqual([36004, 2207010]);
  });

  it("has a page on which a person sees the grid and comments", async () => {
    await control("PUT", "settings", { imageProcessingMs: 0 });
    const { id } = await publish((await make({ image_url: `${media}/a.jpg`, caption: "Осінь <b>" })).id);
    const profile = await (await fetch(`${sandbox.url}/instagram/lystok.coffee?lang=uk`)).text();
    expect(profile).toContain("1 допис");
    const { permalink } = await graph("GET", id);
    const form = new URLSearchParams({ on: id, person: "Ірина Бойко", message: "Гарно <script>" });
    expect(
      (
        await fetch(`${sandbox.url}/instagram/lystok.coffee/comment`, {
          method: "POST",
          body: form,
          redirect: "manual",
        })
      ).status,
    ).toBe(303);
    const page = await (await fetch(permalink)).text();
    expect(page).toContain("ірина.бойко");
    expect(page).toContain("Гарно &lt;script&gt;");
    expect(page).toContain("Осінь &lt;b&gt;");
    expect((await graph("GET", `${id}/comments`)).data).toMatchObject([{ text: "Гарно <script>" }]);
  });
});
