import { createHmac, randomBytes } from "node:crypto";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ApiClient, apiClient, signIn } from "#local/demo/client.ts";
import { type DemoWorkspace, setUpDemoWorkspace, signInLinkOf } from "#local/demo/set-up.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";

interface Refusal {
  readonly error: { readonly code: string; readonly message: string; readonly field?: string; readonly cure?: string };
}

let machine: TestMachine;
let demo: DemoWorkspace;
let stranger: ApiClient;

beforeAll(async () => {
  machine = await startTestMachine();
  demo = await setUpDemoWorkspace(machine);
  stranger = apiClient(machine.url, "en");
  const made = await stranger.try<{ signInLink: string }>(
    "POST",
    "/api/setup",
    {
      workspace: { name: "Other", timeZone: "Europe/London", language: "en", currency: "GBP" },
      owner: { email: "owner@other.example", name: "Owner", language: "en" },
    },
    { authorization: `Bearer ${machine.setupToken}` },
  );
  await signIn(stranger, made.body.signInLink);
}, 120_000);
afterAll(() => machine?.stop());

describe("the API", () => {
  it("answers nobody who is not signed in, on any route that it describes", async () => {
    const nobody = apiClient(machine.url, "en");
    const { paths } = await nobody.ask<{ paths: Record<string, Record<string, unknown>> }>("GET", "/api/openapi.json");
    const open = /^\/api\/(setup|sign-in|sign-out|openapi|review\/)/;
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      open.test(path) ? [] : Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
    );
    expect(routes.length).toBeGreaterThan(15);
    for (const [method, path] of routes) {
      const answer = await nobody.try<Refusal>(
        method,
        path.replaceAll(/\{\w+\}/g, "x"),
        method === "GET" ? undefined : {},
      );
      expect([method, path, answer.status]).toEqual([method, path, 401]);
    }
  }, 60_000);

  it("gives the same 404 for what is another's and for what is nowhere", async () => {
    const { post } = await demo.client.ask<{ post: { id: string } }>("POST", "/api/posts", {
      base: { text: "Наше" },
      channelIds: [demo.channel.id],
    });
    const nowhere = await stranger.try("GET", "/api/posts/post_00000000000000000000000000");
    expect(nowhere.status).toBe(404);
    for (const path of [
      `/api/posts/${post.id}`,
      `/api/channels/${demo.channel.id}/next-slot`,
      "/api/inbox/thr_x",
      "/api/leads/lead_x",
      "/api/media/asset_x",
      "/api/reports/rep_x/deliveries",
      "/api/nonsense",
    ]) {
      expect([path, await stranger.try("GET", path)]).toEqual([path, nowhere]);
    }
    const slots = await stranger.try("PUT", `/api/channels/${demo.channel.id}/slots`, { version: 1, slots: [] });
    expect(slots).toEqual(nowhere);
    const channels = await demo.client.ask<{ channels: { slots: unknown[] }[] }>("GET", "/api/channels");
    expect(channels.channels[0]?.slots).toHaveLength(10);
  });

  it.each([
    ["uk", "обов’язкове"],
    ["en", "required"],
  ])("names the field and the cure in the caller's language (%s)", async (language, word) => {
    const answer = await apiClient(machine.url, language).try<Refusal>("POST", "/api/sign-in", {});
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: "invalid-input", field: "email" });
    expect(answer.body.error.message).toContain(word);
    expect(answer.body.error.cure).toBeTruthy();
  });

  it("refuses odd input without a 5xx", async () => {
    const send = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${machine.url}/api/sign-in`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-dopys-request": "1", ...headers },
        body,
      });
    expect((await send("{")).status).toBe(400);
    expect((await send(`{"email":${"[".repeat(50_000)}`)).status).toBe(400);
    expect((await send('{"email":"a@b.example","__proto__":{"x":1}}')).status).toBe(202);
    expect((await send(JSON.stringify({ email: "x".repeat(600_000) }))).status).toBe(413);
    expect((await send('{"email":"a@b.example"}', { "sec-fetch-site": "cross-site" })).status).toBe(403);
    const bare = await fetch(`${machine.url}/api/sign-in`, { method: "POST", body: "{}" });
    expect(bare.status).toBe(403);
    for (const path of [
      "/api/posts/%00",
      "/api/posts/__proto__",
      `/api/posts/${"x".repeat(4000)}`,
      "/api/inbox/%F0%9F%98%80",
    ]) {
      expect((await demo.client.try("GET", path)).status).toBe(404);
    }
  });

  it("lets a sign-in link in once, and tells nobody who is a member", async () => {
    const link = await signInLinkOf(machine, "owner@lystok.example");
    await signIn(apiClient(machine.url), link);
    await expect(signIn(apiClient(machine.url), link)).rejects.toThrow("401");
    const mails = machine.cloud.mail?.listMails().length;
    const nobody = apiClient(machine.url);
    const unknown = await nobody.try("POST", "/api/sign-in", { email: "stranger@nowhere.example" });
    expect(machine.cloud.mail?.listMails()).toHaveLength(mails ?? -1);
    const known = await nobody.try("POST", "/api/sign-in", { email: "owner@lystok.example" });
    expect(known).toEqual(unknown);
    expect(machine.cloud.mail?.listMails()).toHaveLength((mails ?? 0) + 1);
  });

  it("lets a viewer look and nothing more", async () => {
    await demo.client.ask("POST", "/api/members", {
      email: "viewer@lystok.example",
      name: "Глядач",
      role: "viewer",
      language: "uk",
    });
    const viewer = apiClient(machine.url);
    await signIn(viewer, await signInLinkOf(machine, "viewer@lystok.example"));
    expect((await viewer.try("GET", "/api/today")).status).toBe(200);
    const { channel } = demo;
    const attempts = [
      ["POST", "/api/posts", { base: { text: "x" }, channelIds: [] }],
      ["POST", "/api/media", { fileName: "a.png", contentType: "image/png", bytes: 10 }],
      ["POST", "/api/channels/connect", { platform: "facebook" }],
      ["PUT", `/api/channels/${channel.id}/slots`, { version: 1, slots: [] }],
      ["DELETE", `/api/channels/${channel.id}`, undefined],
      ["POST", "/api/goals", { name: "x", problem: "slow-sales", kpi: "leads", target: 5, dueDay: "2030-01-01" }],
      ["POST", "/api/kpis/measure", {}],
      ["POST", "/api/members", { email: "x@y.example", name: "x", role: "owner", language: "en" }],
      [
        "POST",
        "/api/reports",
        {
          name: "x",
          schedule: { kind: "weekly", weekday: 1, time: "09:00" },
          recipients: [{ email: "x@y.example", name: "x", language: "en" }],
        },
      ],
    ] as const;
    for (const [method, path, body] of attempts) {
      expect([method, path, (await viewer.try(method, path, body)).status]).toEqual([method, path, 403]);
    }
  });
});

describe("the webhook address", () => {
  let secret: string;
  let verifyToken: string;
  beforeAll(async () => {
    const ssm = new SSMClient({
      endpoint: machine.cloud.gatewayUrl,
      region: machine.cloud.region,
      credentials: machine.cloud.operatorCredentials,
    });
    const { Parameter } = await ssm.send(
      new GetParameterCommand({ Name: "/dopys/local/platforms/facebook", WithDecryption: true }),
    );
    const app = JSON.parse(Parameter?.Value ?? "{}") as { appSecrets: string[]; verifyToken: string };
    [secret = ""] = app.appSecrets;
    ({ verifyToken } = app);
  });
  beforeEach(() => machine.cloud.meter.reset());

  const sign = (body: Uint8Array) => `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  const callsOfHooks = () =>
    machine.cloud.meter
      .snapshot()
      .filter(({ caller, phase }) => caller === "local-dopys-hooks" && phase === "invocation")
      .reduce((sum, { calls }) => sum + calls, 0);
  const deliver = async (body: Uint8Array<ArrayBuffer>, signature: string | undefined, platform = "facebook") => {
    const response = await fetch(`${machine.url}/hooks/${platform}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(signature && { "x-hub-signature-256": signature }) },
      body,
    });
    return response.status;
  };
  const bytes = (text: string) => new TextEncoder().encode(text);
  const genuine = bytes('{"object":"page","entry":[]}');

  it("shakes hands only by the right word", async () => {
    const shake = (word: string) =>
      fetch(`${machine.url}/hooks/facebook?hub.mode=subscribe&hub.challenge=12345&hub.verify_token=${word}`);
    const right = await shake(verifyToken);
    expect([right.status, await right.text()]).toEqual([200, "12345"]);
    expect((await shake("wrong")).status).toBe(403);
    expect(callsOfHooks()).toBe(0);
  });

  it("takes a signed delivery at one AWS call", async () => {
    expect(await deliver(genuine, sign(genuine))).toBe(200);
    expect(callsOfHooks()).toBe(1);
  });

  it("refuses everything else at none", async () => {
    const good = sign(genuine);
    const noise = bytes(JSON.stringify({ entry: randomBytes(1_200_000).toString("base64") }));
    const wrong: [string, Uint8Array<ArrayBuffer>, string | undefined, number][] = [
      ["no signature", genuine, undefined, 401],
      ["an empty one", genuine, "sha256=", 401],
      ["another secret's", genuine, `sha256=${createHmac("sha256", "other").update(genuine).digest("hex")}`, 401],
      ["SHA-1", genuine, `sha1=${createHmac("sha1", secret).update(genuine).digest("hex")}`, 401],
      ["upper case", genuine, good.toUpperCase(), 401],
      ["a short one", genuine, good.slice(0, -2), 401],
      ["two joined", genuine, `${good}, ${good}`, 401],
      ["a body cut off", genuine.slice(0, -1), good, 401],
      ["a body written again", bytes('{ "object": "page", "entry": [] }'), good, 401],
      [
        "a byte order mark",
        bytes('\uFEFF{"object":"page","entry":[]}'),
        sign(bytes('\uFEFF{"object":"page","entry":[]}')),
        400,
      ],
      ["not JSON, though signed", bytes("{"), sign(bytes("{")), 400],
      ["large and not signed", bytes(`"${"x".repeat(800_000)}"`), good, 401],
      ["more than a message can hold, though signed", noise, sign(noise), 413],
    ];
    for (const [what, body, signature, status] of wrong) {
      expect([what, await deliver(body, signature)]).toEqual([what, status]);
    }
    expect(await deliver(genuine, good, "nonsense")).toBe(404);
    expect(callsOfHooks()).toBe(0);
  });
});
