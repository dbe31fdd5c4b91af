import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type ApiRoute,
  type Caller,
  callerWith,
  newMember,
  newTenant,
  oneOfEverything,
  pathWith,
  routesOf,
  type Things,
} from "#tests/support/api-tenants.ts";
import { type ApiWorld, apiWorld } from "#tests/support/api-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { sampleOf } from "#tests/support/json-samples.ts";

/** Getting in, and what everyone may read; every other route asks who is there. */
const open = new Set([
  "POST /api/setup",
  "POST /api/setup/sign-in-links",
  "POST /api/sign-in",
  "POST /api/sign-in/consume",
  "POST /api/sign-out",
  "GET /api/openapi.json",
  // By the secret in the link.
  "GET /api/review/:token",
  "POST /api/review/:token",
  "GET /api/alert/:token",
  "POST /api/alert/:token",
]);
/** What a viewer may change: themselves. And what changes nothing although it is a POST. */
const forViewers = new Set([
  "PATCH /api/me",
  "POST /api/posts/check",
  "POST /api/series/preview",
  // For themselves, where they are a reader.
  "POST /api/reports/:id/reading",
]);

let dynamo: TestDynamo;
let world: ApiWorld;
let routes: readonly ApiRoute[];
let owner: Caller;
let things: Things;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  world = apiWorld(dynamo);
  routes = (await routesOf(world)).filter(({ method, path }) => !open.has(`${method} ${path}`));
  owner = await newTenant(world);
  things = await oneOfEverything(world, dynamo, owner, routes);
});
afterAll(() => dynamo.stop());

/** The route asked for with the owner's ids and a body that fits. */
const ask = (caller: Caller, route: ApiRoute) =>
  caller.send(
    route.method,
    `${pathWith(route, things)}?${route.query}`,
    route.body && sampleOf(route.body, things.named),
  );

/** Every route that is not answered as it should be. */
async function otherwise(chosen: readonly ApiRoute[], caller: Caller, expected: object): Promise<unknown[]> {
  const wrong: unknown[] = [];
  for (const route of chosen) {
    const answer = await ask(caller, route);
    const { status, body } = answer;
    if (!Object.entries(expected).every(([key, value]) => ({ status, code: body.error?.code })[key] === value)) {
      wrong.push([route.method, route.path, status, body]);
    }
  }
  return wrong;
}

describe("every route of the API", () => {
  it("is in the list that these tests go through", () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes).toContainEqual(expect.objectContaining({ method: "DELETE", path: "/api/channels/:id" }));
  });

  it("answers nobody who is not signed in", async () => {
    const expected = { status: 401, code: "unauthenticated" };
    expect(await otherwise(routes, callerWith(world, ""), expected)).toEqual([]);
    const forged = callerWith(world, `__Host-dopys_session=${owner.workspaceId}.${"A".repeat(43)}`);
    expect(await otherwise(routes, forged, expected)).toEqual([]);
  });

  it("lets a viewer change nothing", async () => {
    const viewer = await newMember(world, owner, "viewer");
    const changing = routes.filter(({ method, path }) => method !== "GET" && !forViewers.has(`${method} ${path}`));
    expect(changing.length).toBeGreaterThan(20);
    expect(await otherwise(changing, viewer, { status: 403, code: "forbidden" })).toEqual([]);
  });

  it("gives another workspace's owner the 404 of a thing that is nowhere", async () => {
    const stranger = await newTenant(world);
    const nowhere = await stranger.send("GET", "/api/nonsense");
    expect(nowhere.status).toBe(404);
    const wrong: unknown[] = [];
    for (const route of routes.filter(({ path }) => path.includes("/:"))) {
      const answer = await ask(stranger, route);
      const connecting = route.method === "POST" && route.path === "/api/channels/connect/:id";
      const expected = connecting ? { status: 400, code: "connection-expired" } : { status: 404, code: "not-found" };
      const got = { status: answer.status, code: answer.body.error?.code };
      if (JSON.stringify(got) !== JSON.stringify(expected)) wrong.push([route.method, route.path, answer]);
      else if (!connecting) expect(answer).toEqual(nowhere);
    }
    expect(wrong).toEqual([]);
  });

  it("answers the owner of those very things otherwise, so that the 404 above says something", async () => {
    for (const route of routes.filter(({ method, path }) => method === "GET" && path.includes("/:"))) {
      const status = (await ask(owner, route)).status;
      const notReady =
        ["/api/media/:id", "/api/media/:id/thumbnail"].includes(route.path) ||
        route.path === "/api/channels/connect/:id";
      if (!notReady) expect([route.path, status < 400 || status === 409]).toEqual([route.path, true]);
    }
  });

  it("refuses changes that another site asks for", async () => {
    const changing = routes.filter(({ method }) => method !== "GET");
    for (const route of changing) {
      const { app } = world;
      const plain = await app.request(route.path, { method: route.method });
      expect([route.path, plain.status]).toEqual([route.path, 403]);
      const foreign = await owner.send(route.method, route.path, {}, { "sec-fetch-site": "cross-site" });
      expect([route.path, foreign.status, foreign.body.error?.code]).toEqual([route.path, 403, "cross-site-request"]);
    }
  });
});
