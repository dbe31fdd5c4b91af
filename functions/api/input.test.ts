import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fieldName } from "#core/i18n/field-names.ts";
import {
  type ApiRoute,
  type Caller,
  callerWith,
  newTenant,
  oneOfEverything,
  pathWith,
  routesOf,
  type Things,
} from "#tests/support/api-tenants.ts";
import { type ApiWorld, apiWorld } from "#tests/support/api-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { oddVariants, sampleOf } from "#tests/support/json-samples.ts";
import { maxBodyBytes } from "./limits.ts";

let dynamo: TestDynamo;
let world: ApiWorld;
let routes: readonly ApiRoute[];
let owner: Caller;
let things: Things;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  world = apiWorld(dynamo);
  routes = await routesOf(world);
  owner = await newTenant(world);
  things = await oneOfEverything(world, dynamo, owner, routes);
});
afterAll(() => dynamo.stop());

/** Sends raw bytes with a content type to sign-in, which everyone may ask. */
async function raw(body: BodyInit, contentType: string | undefined, language = "en") {
  const response = await world.app.request("/api/sign-in", {
    method: "POST",
    headers: {
      "x-dopys-request": "1",
      "accept-language": language,
      ...(contentType !== undefined && { "content-type": contentType }),
    },
    body,
  });
  return { status: response.status, body: (await response.json()) as { error?: Record<string, unknown> } };
}

describe("a body", () => {
  const fits = '{"email":"x@y.example"}';

  it.each([
    ["application/json", 202],
    ["application/json; charset=utf-8", 202],
    ["application/merge-patch+json", 202],
    ["text/plain", 415],
    ["application/x-www-form-urlencoded", 415],
    ["multipart/form-data; boundary=x", 415],
    ["application/json-but-not-really", 415],
    ["", 415],
  ])("of the type %j is answered %i", async (type, status) => {
    expect((await raw(new TextEncoder().encode(fits), type)).status).toBe(status);
  });

  it.each([
    ["{", "malformed-body", undefined],
    ["", "malformed-body", undefined],
    ["[".repeat(100_000), "malformed-body", undefined],
    ["null", "body-not-right", undefined],
    ["[]", "invalid-input", "email"],
    ['"x"', "body-not-right", undefined],
    ["{}", "invalid-input", "email"],
    ['{"email":"x"}', "invalid-input", "email"],
    ['{"email":"x@y.example\\r\\nBcc: z@y.example"}', "invalid-input", "email"],
    ['{"email":"x@y\\u017fite.example"}', "invalid-input", "email"],
  ])("%.40s is 400, with code and field", async (body, code, field) => {
    const answer = await raw(body, "application/json");
    expect({ status: answer.status, code: answer.body.error?.code, field: answer.body.error?.field }).toEqual({
      status: 400,
      code,
      field,
    });
    expect(answer.body.error?.message).not.toContain('""');
  });

  it("over the limit is 413 before anything parses it, whether or not it says its length", async () => {
    const large = `{"email":"${"x".repeat(maxBodyBytes)}`;
    const refused = await raw(large, "application/json");
    expect(refused).toMatchObject({
      status: 413,
      body: { error: { message: expect.stringMatching(/512 (?:KB|КБ)/) } },
    });
    const stream = new Blob([large]).stream();
    const response = await world.app.request("/api/sign-in", {
      method: "POST",
      headers: { "x-dopys-request": "1", "content-type": "application/json" },
      body: stream,
      duplex: "half",
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  it("with one mistake that two rules see is told it once", async () => {
    const { body } = await owner.send("POST", "/api/inbox/thread_x/snooze", { until: "tomorrow" });
    expect(body.error).toMatchObject({ code: "invalid-input", field: "until" });
    expect(body.error?.details).toBeUndefined();
  });

  it("with ten thousand mistakes gets a short answer", async () => {
    const answer = await owner.send("POST", "/api/posts", {
      base: { text: "x", mediaIds: Array.from({ length: 10_000 }, () => 1) },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error?.details?.length).toBe(20);
  });
});

describe("an error", () => {
  it.each([
    ["uk", "Поле «Електронна пошта» заповнено неправильно: поле обов’язкове.", "Виправте поле й надішліть ще раз."],
    ["en-GB, uk;q=0.5", 'The field "E-mail" is not right: the field is required.', "Correct the field and send again."],
    [
      "de, uk; q=0.3",
      "Поле «Електронна пошта» заповнено неправильно: поле обов’язкове.",
      "Виправте поле й надішліть ще раз.",
    ],
    ["fr", 'The field "E-mail" is not right: the field is required.', "Correct the field and send again."],
  ])("speaks the caller's language (%s)", async (language, message, cure) => {
    expect((await raw("{}", "application/json", language)).body.error).toEqual({
      code: "invalid-input",
      field: "email",
      message,
      cure,
    });
  });

  it("speaks a member's own language whatever the browser prefers", async () => {
    await owner.send("PATCH", "/api/me", { language: "uk" });
    const answer = await owner.send("GET", "/api/posts/post_x");
    await owner.send("PATCH", "/api/me", { language: "en" });
    expect(answer.body.error?.message).toBe("Такого тут немає.");
  });

  it("of ours tells nothing of what went wrong, and the operator everything", async () => {
    const broken = apiWorld(dynamo, {
      sessions: { ...world.deps.sessions, find: () => Promise.reject(new Error("table down, secret 42")) },
    });
    const answer = await callerWith(broken, `__Host-dopys_session=${owner.workspaceId}.${"A".repeat(43)}`).send(
      "GET",
      "/api/me",
    );
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toMatch(/42|table/);
    expect(broken.troubles).toEqual([new Error("table down, secret 42")]);
  });
});

/** A function that asks once for the same arguments: who is there does not change while odd input is sent. */
function asked<Arguments extends readonly unknown[], Answer>(ask: (...given: Arguments) => Promise<Answer>) {
  const answers = new Map<string, Promise<Answer>>();
  return (...given: Arguments): Promise<Answer> => {
    const key = JSON.stringify(given);
    const answer = answers.get(key) ?? ask(...given);
    answers.set(key, answer);
    return answer;
  };
}

describe("odd input", () => {
  let quick: ApiWorld;
  let sender: Caller;
  beforeAll(() => {
    const { sessions, members, workspaces } = world.deps;
    quick = apiWorld(dynamo, {
      sessions: { ...sessions, find: asked((id, hash) => sessions.find(id, hash, world.clock.nowMs())) },
      members: { ...members, get: asked(members.get) },
      workspaces: { ...workspaces, get: asked(workspaces.get) },
    });
    sender = callerWith(quick, owner.cookie);
  });

  it("in any field of any body is refused or taken, never a failure of ours", async () => {
    const failed: unknown[] = [];
    const problems = new Set<string>();
    const fields = new Set<string>();
    let sent = 0;
    for (const route of routes.filter(({ body }) => body !== undefined)) {
      const schema = route.body ?? {};
      const path = pathWith(route, things);
      for (const { at, value } of oddVariants(schema, sampleOf(schema, things.named))) {
        const answer = await sender.send(route.method, path, value);
        sent++;
        if (answer.status >= 500)
          failed.push([route.method, route.path, at, String(JSON.stringify(value)).slice(0, 100)]);
        if (answer.body.error?.code === "invalid-input") {
          problems.add(answer.body.error.message);
          fields.add(answer.body.error.field ?? "");
        }
      }
    }
    expect(failed).toEqual([]);
    // Words for people, not a schema's own: no types, no alternatives in brackets, nothing that only "does not fit".
    expect(problems.size).toBeGreaterThan(100);
    expect([...problems].filter((message) => /[|()<>]|Object|Invalid|Expected|does not fit/.test(message))).toEqual([]);
    // Every field that people fill in has the name that they know it by.
    const unseen = ["version", "clientKey", "privately", "seen", "seenAnswer", "sha256"];
    const unnamed = [...fields].filter((field) => fieldName("uk", field) === field);
    expect(unnamed.filter((field) => !unseen.includes(field.split(".").at(-1) ?? ""))).toEqual([]);
    expect(sent).toBeGreaterThan(1_000);
    expect(quick.troubles).toEqual([]);
  }, 120_000);

  const odd = ["", "\u0000", "x".repeat(3_000), "ї".repeat(1_000), "-1", "1e308", "__proto__", "../x", "0000-01-01"];
  it("in any part of any address is 400 or 404", async () => {
    const failed: unknown[] = [];
    const queries = ["limit", "cursor", "state", "from", "to", "day", "channelId", "code", "language"];
    for (const route of routes.filter(({ method }) => method === "GET")) {
      for (const value of odd) {
        const encoded = encodeURIComponent(value);
        const wild = route.path.replaceAll(/:\w+/g, encoded);
        const query = queries.map((name) => `${name}=${encoded}`).join("&");
        const dated = `${pathWith(route, things)}?from=2026-11-01&to=2026-11-08&day=2026-11-01&channelId=${encoded}`;
        for (const path of [wild, `${pathWith(route, things)}?${query}`, dated]) {
          const answer = await sender.send("GET", path);
          if (answer.status >= 500) failed.push([path.slice(0, 100)]);
        }
      }
    }
    expect(failed).toEqual([]);
    expect(quick.troubles).toEqual([]);
  }, 180_000);
});
