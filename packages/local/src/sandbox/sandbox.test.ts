import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "./index.ts";

const app = { appId: "42", appSecrets: ["secret", "older"] as [string, string], verifyToken: "word" };
const pageId = "104827115920384";
const allFields = "feed,mention,messages,message_echoes,message_edits,ratings,leadgen";

interface Received {
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

let dataDir: string;
let sandbox: Sandbox;
let receiver: Server;
let received: Received[];
/** The statuses that the receiver answers next; 200 when empty. */
let answers: number[];

const start = async (over: Partial<SandboxOptions> = {}) => {
  const callbackUrl = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks/facebook`;
  sandbox = await startSandbox({ port: 0, dataDir, app, callbackUrl, ...over });
};

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "dopys-sandbox-"));
  received = [];
  answers = [];
  receiver = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    response.writeHead(answers.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  await start();
});

afterEach(async () => {
  await sandbox.stop();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  rmSync(dataDir, { recursive: true, force: true });
});

const json = async (response: Response) => ({
  status: response.status,
  headers: response.headers,
  body: await response.json(),
});
const control = async (method: string, path: string, body?: unknown) =>
  json(await fetch(`${sandbox.url}/sandbox/${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) }));
const act = async (name: string, input: object): Promise<string> =>
  (await control("POST", `facebook/pages/${pageId}/${name}`, input)).body.id;
const token = async (...scopes: string[]): Promise<string> =>
  (await control("POST", "facebook/tokens", { pageId, scopes })).body.accessToken;
const graph = async (method: string, path: string, accessToken: string, form?: Record<string, string>) =>
  json(
    await fetch(`${sandbox.endpoints.facebook?.graph}/v26.0/${path}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}` },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    }),
  );
const subscribe = async () => {
  await graph("POST", `${pageId}/subscribed_apps`, await token("pages_manage_metadata"), {
    subscribed_fields: allFields,
  });
};
const post = async (message: string): Promise<string> =>
  (await graph("POST", `${pageId}/feed`, await token("pages_manage_posts"), { message })).body.id;
const until = async (condition: () => boolean) => {
  const end = Date.now() + 5000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`still not so; received ${received.length}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
const ids = () => received.flatMap(({ body }) => JSON.parse(body).entry.map((entry: never) => idOf(entry)));
const idOf = (entry: { changes: { value: { comment_id: string } }[] }) => entry.changes[0]?.value.comment_id;

describe("the sandbox's webhooks", () => {
  it("are signed over their exact bytes, with escaped slashes and non-ASCII", async () => {
    const on = await post("Допис");
    await subscribe();
    await act("comment", { on, person: "Жанна", message: "Де ви? https://a.example/б 🍂" });
    await until(() => received.length === 1);
    const { headers, body } = received[0] as Received;
    expect(body).toMatch(/^[\x20-\x7e]+$/);
    expect(body).toContain(String.raw`\u0414\u0435 \u0432\u0438? https:\/\/a.example\/\u0431 \ud83c\udf42`);
    const expected = createHmac("sha256", "secret").update(body).digest("hex");
    expect(headers["x-hub-signature-256"]).toBe(`sha256=${expected}`);
    expect(headers["user-agent"]).toContain("Webhooks/1.0");
    expect(JSON.parse(body)).toMatchObject({ object: "page", entry: [{ id: pageId, changes: [{ field: "feed" }] }] });
  });

  it("come only for what the page is subscribed to", async () => {
    const on = await post("Допис");
    await graph("POST", `${pageId}/subscribed_apps`, await token("pages_manage_metadata"), {
      subscribed_fields: "ratings",
    });
    await act("comment", { on, message: "Не почуєте" });
    await act("recommendation", { recommends: true, message: "Почуєте" });
    await until(() => received.length === 1);
    expect(received[0]?.body).toContain('"field":"ratings"');
  });

  it("come again until the answer is a 2xx", async () => {
    const on = await post("Допис");
    await subscribe();
    answers = [500, 200];
    await act("comment", { on, message: "Двічі" });
    await until(() => received.length === 2);
    expect(received[1]?.body).toBe(received[0]?.body);
    await until(() => answers.length === 0);
    const delivered = async () => (await control("GET", "facebook/deliveries")).body.deliveries[0];
    await expect.poll(async () => (await delivered()).state).toBe("delivered");
    expect((await delivered()).attempts.map((it: { status: number }) => it.status)).toEqual([500, 200]);
  });

  it("come as often as an act asks for", async () => {
    const on = await post("Допис");
    await subscribe();
    await act("comment", { on, message: "Тричі", deliver: { copies: 3 } });
    await until(() => received.length === 3);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  });

  it("wait while they are held, and come in the order and the batches asked for", async () => {
    const on = await post("Допис");
    await subscribe();
    await control("PUT", "facebook/settings", { held: true });
    const acts = [];
    for (const message of ["1", "2", "3"]) acts.push(await act("comment", { on, message }));
    expect((await control("GET", "facebook/deliveries")).body.held).toBe(3);
    expect(
      (await control("POST", "facebook/deliveries/release", { order: "reversed", batch: 2 })).body.deliveries,
    ).toBe(2);
    await until(() => received.length === 2);
    expect(ids().sort()).toEqual([...acts].sort());
    expect(received.map(({ body }) => JSON.parse(body).entry.length).sort()).toEqual([1, 2]);
    const batch = received.find(({ body }) => JSON.parse(body).entry.length === 2);
    expect(JSON.parse(batch?.body ?? "").entry.map(idOf)).toEqual([acts[2], acts[1]]);
  });

  it("carry the ids of leads as bare numbers beyond 2^53", async () => {
    await subscribe();
    const id = await act("lead", { fields: { email: "a@b.example" } });
    await until(() => received.length === 1);
    expect(received[0]?.body).toContain(`"leadgen_id":${id}`);
    expect(BigInt(id)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  });
});

describe("the sandbox's memory", () => {
  it("survives the end of the process, deliveries under way included", async () => {
    const on = await post("Пам'ятай мене");
    await subscribe();
    answers = [503, 503, 503];
    const comment = await act("comment", { on, message: "І мене" });
    await until(() => received.length >= 2);
    await sandbox.stop();
    answers = [];
    const before = received.length;
    await start();
    const page = (await control("GET", `facebook/pages/${pageId}`)).body;
    expect(page.posts).toMatchObject([{ id: on, message: "Пам'ятай мене" }]);
    expect(page.comments).toMatchObject([{ id: comment }]);
    await until(() => received.length > before);
    expect(ids().at(-1)).toBe(comment);
  });

  it("holds a week of history when asked, once", async () => {
    await sandbox.stop();
    await start({ seed: true });
    const count = async () => (await control("GET", `facebook/pages/${pageId}`)).body.posts.length;
    expect(await count()).toBe(5);
    await sandbox.stop();
    await start({ seed: true });
    expect(await count()).toBe(5);
    expect(received).toEqual([]);
  });
});

describe("the sandbox's Graph API", () => {
  it.each([
    ["no token", "", 2500, undefined],
    ["a token that is none", "EAAxxx", 190, 467],
  ])("refuses %s in Graph's own form", async (_, accessToken, code, subcode) => {
    const { body } = await graph("GET", `${pageId}/feed`, accessToken);
    expect(body.error).toMatchObject({ type: "OAuthException", code, ...(subcode ? { error_subcode: subcode } : {}) });
  });

  it("refuses an expired token, a missing permission, another page and an unknown path", async () => {
    const limited = await token("pages_read_engagement");
    const expired = (await control("POST", "facebook/tokens", { pageId, scopes: [], expiresAt: 1 })).body.accessToken;
    expect((await graph("GET", `${pageId}/feed`, expired)).body.error).toMatchObject({ code: 190, error_subcode: 463 });
    expect((await graph("POST", `${pageId}/feed`, limited, { message: "x" })).body.error.code).toBe(200);
    expect((await graph("GET", "999/feed", limited)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
    expect((await graph("GET", "a/b/c/d", limited)).body.error.code).toBe(2500);
  });

  it("says how much of the rate is used, then refuses with the time that is left", async () => {
    await control("PUT", "facebook/settings", { callsPerHour: 2 });
    const accessToken = await token("pages_read_engagement");
    const first = await graph("GET", `${pageId}/feed`, accessToken);
    expect(JSON.parse(first.headers.get("x-business-use-case-usage") ?? "")[pageId][0].call_count).toBe(50);
    await graph("GET", `${pageId}/feed`, accessToken);
    const third = await graph("GET", `${pageId}/feed`, accessToken);
    expect(third.body.error.code).toBe(80001);
    const [use] = JSON.parse(third.headers.get("x-business-use-case-usage") ?? "")[pageId];
    expect(use.estimated_time_to_regain_access).toBeGreaterThan(0);
  });

  it("enforces the limits of a post", async () => {
    const accessToken = await token("pages_manage_posts");
    const long = await graph("POST", `${pageId}/feed`, accessToken, { message: "й".repeat(63_207) });
    expect(long.body.error.code).toBe(100);
    expect((await graph("POST", `${pageId}/feed`, accessToken, {})).body.error.code).toBe(100);
    const full = await graph("POST", `${pageId}/feed`, accessToken, { message: "й".repeat(63_206) });
    expect(full.status).toBe(200);
  });

  it("gives a code once, for its own address only", async () => {
    const dialog = `${sandbox.endpoints.facebook?.dialog}/v26.0/dialog/oauth?client_id=42&redirect_uri=http://a.test/cb&state=s&scope=x`;
    const form = new URLSearchParams({ answer: "allow", redirect_uri: "http://a.test/cb", state: "s", page: pageId });
    const back = await fetch(dialog, { method: "POST", body: form, redirect: "manual" });
    const code = new URL(back.headers.get("location") ?? "").searchParams.get("code") ?? "";
    const exchange = async (over: Record<string, string> = {}) => {
      const fields = { client_id: "42", client_secret: "secret", redirect_uri: "http://a.test/cb", code, ...over };
      return json(
        await fetch(`${sandbox.endpoints.facebook?.graph}/v26.0/oauth/access_token`, {
          method: "POST",
          body: new URLSearchParams(fields),
        }),
      );
    };
    expect((await exchange({ client_secret: "wrong" })).status).toBe(400);
    expect((await exchange({ redirect_uri: "http://b.test/cb" })).body.error.error_subcode).toBe(36008);
    const token = (await exchange()).body.access_token;
    expect(token).toMatch(/^EAAB/);
    expect((await exchange()).body.error.code).toBe(100);
    const debugged = await graph("GET", `debug_token?input_token=${token}`, "42|secret");
    expect(debugged.body.data).toMatchObject({ app_id: "42", is_valid: true, type: "USER" });
  });

  it("brings a person back without a code when they decline", async () => {
    const form = new URLSearchParams({ answer: "deny", redirect_uri: "http://a.test/cb", state: "s" });
    const dialog = `${sandbox.endpoints.facebook?.dialog}/v26.0/dialog/oauth?client_id=42&redirect_uri=http://a.test/cb`;
    const back = await fetch(dialog, { method: "POST", body: form, redirect: "manual" });
    expect(back.headers.get("location")).toBe("http://a.test/cb?state=s&error=access_denied&error_reason=user_denied");
    expect(
      (await fetch(`${sandbox.endpoints.facebook?.dialog}/v26.0/dialog/oauth?client_id=43&redirect_uri=http://a.test/`))
        .status,
    ).toBe(400);
  });
});

describe("faults on demand", () => {
  it("happen as often as asked, and only where asked", async () => {
    const accessToken = await token("pages_manage_posts", "pages_read_engagement");
    const fault = {
      platform: "facebook",
      method: "POST",
      path: "/feed",
      times: 2,
      answer: { status: 503, body: "busy" },
    };
    expect((await control("POST", "faults", fault)).status).toBe(201);
    const send = (message: string) =>
      fetch(`${sandbox.endpoints.facebook?.graph}/v26.0/${pageId}/feed`, {
        method: "POST",
        headers: { authorization: `Bearer ${accessToken}` },
        body: new URLSearchParams({ message }),
      }).then((response) => response.status);
    expect((await graph("GET", `${pageId}/feed`, accessToken)).status).toBe(200);
    expect([await send("1"), await send("2"), await send("3")]).toEqual([503, 503, 200]);
    expect((await graph("GET", `${pageId}/feed`, accessToken)).body.data).toHaveLength(1);
  });

  it("refuse a fault that is none", async () => {
    expect((await control("POST", "faults", { platform: "facebook", answer: "explode" })).status).toBe(400);
  });
});

describe("the audience page", () => {
  const form = (name: string, fields: Record<string, string>) =>
    fetch(`${sandbox.url}/facebook/pages/${pageId}/${name}`, {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
    });

  it("lets a person act, and shows it without running it", async () => {
    const on = await post("Допис");
    const comment = { on, person: "<b>Жанна</b>", message: '<script>alert("x")</script>' };
    expect((await form("comment", comment)).status).toBe(303);
    expect((await form("recommendation", { person: "Софія", recommends: "no", message: "Холодно" })).status).toBe(303);
    const lead = { full_name: "Богдан", email: "b@example.com", phone_number: "" };
    expect((await form("lead", lead)).status).toBe(303);
    const state = (await control("GET", `facebook/pages/${pageId}`)).body;
    expect(state.recommendations).toMatchObject([{ recommends: false, text: "Холодно" }]);
    expect(state.leads[0].fields).toContainEqual({ name: "email", values: ["b@example.com"] });
    const page = await (await fetch(`${sandbox.url}/facebook/pages/${pageId}?lang=uk`)).text();
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toContain("<script>");
    expect(page).toContain('<html lang="uk">');
  });

  it("speaks the visitor's language", async () => {
    const page = async (language: string) =>
      (await fetch(`${sandbox.url}/facebook/pages/${pageId}`, { headers: { "accept-language": language } })).text();
    expect(await page("uk-UA,uk;q=0.9,en;q=0.8")).toContain("Залишити рекомендацію");
    expect(await page("en-GB")).toContain("Leave a recommendation");
  });

  it("refuses an empty comment and an unknown act", async () => {
    expect((await form("comment", { on: await post("Допис"), person: "Я", message: " " })).status).toBe(400);
    expect((await form("follow", {})).status).toBe(404);
  });
});

it("rejects when its port is taken", async () => {
  const port = Number(new URL(sandbox.url).port);
  const another = startSandbox({ port, dataDir: join(dataDir, "other"), app, callbackUrl: () => "" });
  await expect(another).rejects.toThrow(/EADDRINUSE/);
});
