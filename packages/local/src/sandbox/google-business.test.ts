import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "./index.ts";

const app = { appId: "42", appSecrets: ["secret"] as [string], verifyToken: "word" };
const place = "accounts/104582770164228/locations/8710402816530472";
const page = "/google-business/locations/8710402816530472";
const redirect = "https://dopys.test/cb";

let dataDir: string;
let sandbox: Sandbox;
let now: number;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "dopys-sandbox-"));
  now = Date.parse("2026-11-24T10:00:00Z");
  const clock = { nowMs: () => now };
  sandbox = await startSandbox({ port: 0, dataDir, app, callbackUrl: () => "http://127.0.0.1:9/hook", clock });
});
afterEach(async () => {
  await sandbox.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const scope = "https://www.googleapis.com/auth/business.manage";
const server = (name: string) => sandbox.endpoints["google-business"]?.[name] ?? "";
const consentAddress = (change: Record<string, string> = {}) => {
  const query = { client_id: "42", redirect_uri: redirect, state: "s", access_type: "offline", scope, ...change };
  return `${server("consent")}/o/oauth2/v2/auth?${new URLSearchParams(query)}`;
};
const consent = async (answer: string) => {
  const body = new URLSearchParams({ redirect_uri: redirect, state: "s", scope, answer });
  const response = await fetch(consentAddress(), { method: "POST", body, redirect: "manual" });
  return new URL(response.headers.get("location") ?? "").searchParams;
};
interface Token {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly error?: string;
}
const token = async (form: Record<string, string>): Promise<Token> => {
  const body = new URLSearchParams({ client_id: "42", client_secret: "secret", redirect_uri: redirect, ...form });
  return (await (await fetch(`${server("oauth")}/token`, { method: "POST", body })).json()) as Token;
};
const connect = async () =>
  token({ grant_type: "authorization_code", code: (await consent("allow")).get("code") ?? "" });
const api = (bearer: string, method: string, path: string, body?: unknown) =>
  fetch(`${server("business")}/v4/${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const read = async () => (await fetch(`${sandbox.url}${page}`)).text();
const write = (form: Record<string, string>, path = `${page}/reviews`) =>
  fetch(`${sandbox.url}${path}`, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });

it("gives a code once, an access token for an hour, and new ones until the consent is taken back", async () => {
  const code = (await consent("allow")).get("code") ?? "";
  const form = { grant_type: "authorization_code", code };
  const first = await token(form);
  expect(await token(form)).toMatchObject({ error: "invalid_grant" });
  expect((await api(first.access_token, "GET", `${place}/reviews`)).status).toBe(200);
  now += 3_600_000;
  const late = await api(first.access_token, "GET", `${place}/reviews`);
  expect([late.status, await late.json()]).toMatchObject([401, { error: { status: "UNAUTHENTICATED" } }]);
  const refresh = { grant_type: "refresh_token", refresh_token: first.refresh_token ?? "" };
  const second = await token(refresh);
  expect(second.refresh_token).toBeUndefined();
  expect((await api(second.access_token, "GET", `${place}/reviews`)).status).toBe(200);
  await fetch(`${sandbox.url}/sandbox/google-business/revoke`, { method: "POST" });
  expect(await token(refresh)).toMatchObject({ error: "invalid_grant" });
  expect((await api(second.access_token, "GET", `${place}/reviews`)).status).toBe(401);
});

it("asks for offline access, knows its client, and goes back without a code when the person says no", async () => {
  expect((await fetch(consentAddress({ access_type: "online" }))).status).toBe(400);
  expect((await fetch(consentAddress({ client_id: "43" }))).status).toBe(400);
  expect((await fetch(consentAddress())).status).toBe(200);
  const refused = await consent("deny");
  expect([refused.get("error"), refused.get("code")]).toEqual(["access_denied", null]);
  expect(await token({ client_secret: "wrong", grant_type: "refresh_token" })).toMatchObject({
    error: "invalid_client",
  });
});

it("lets a person review the place, with or without a name, and shows the owner's answer", async () => {
  expect((await write({ person: "Олена", stars: "4", comment: "Смачно <b>" })).status).toBe(303);
  await write({ person: "Тарас", anonymous: "on", stars: "1", comment: "" });
  expect((await write({ person: "Хтось", stars: "6", comment: "" })).status).toBe(400);
  const { access_token: bearer } = await connect();
  const { reviews } = (await (await api(bearer, "GET", `${place}/reviews`)).json()) as {
    reviews: { name: string; starRating: string; reviewer: object; comment?: string }[];
  };
  expect(reviews).toMatchObject([
    { starRating: "FOUR", reviewer: { displayName: "Олена", isAnonymous: false }, comment: "Смачно <b>" },
    { starRating: "ONE", reviewer: { displayName: "A Google user", isAnonymous: true } },
  ]);
  await api(bearer, "PUT", `${reviews[0]?.name}/reply`, { comment: "Дякуємо!" });
  const shown = await read();
  expect(shown).toContain("★★★★☆");
  expect(shown).toContain("Смачно &lt;b&gt;");
  expect(shown).toContain("Дякуємо!");
  expect(shown).not.toContain("Тарас");
});

it("lets a person think again", async () => {
  await write({ person: "Олена", stars: "2", comment: "Холодно" });
  const id = /article class="card stack" id="(\d+)"/.exec(await read())?.[1];
  now += 120_000;
  await write({ stars: "5", comment: "Тепло" }, `/google-business/reviews/${id}`);
  const shown = await read();
  expect(shown).toContain("Тепло");
  expect(shown).not.toContain("Холодно");
});

it("lists fifty reviews a page, what changed last first", async () => {
  for (let i = 0; i < 60; i += 1) {
    now += 1000;
    await fetch(`${sandbox.url}/sandbox${page}/review`, {
      method: "POST",
      body: JSON.stringify({ stars: 5, comment: `${i}` }),
    });
  }
  const { access_token: bearer } = await connect();
  const list = async (query: string) =>
    (await (await api(bearer, "GET", `${place}/reviews?${query}`)).json()) as {
      reviews: { comment: string }[];
      nextPageToken?: string;
    };
  const first = await list("pageSize=100");
  expect([first.reviews.length, first.reviews[0]?.comment]).toEqual([50, "59"]);
  const second = await list(`pageToken=${first.nextPageToken}`);
  expect([second.reviews.length, second.nextPageToken]).toEqual([10, undefined]);
});
