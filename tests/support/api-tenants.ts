import { alertIdOf, raiseAlert } from "#core/alerts/index.ts";
import { handleDelivery, messageIdOf, threadIdOf } from "#core/inbox/index.ts";
import type { Role } from "#core/kernel/actor.ts";
import { unwrap } from "#core/kernel/result.ts";
import { createLead } from "#core/leads/index.ts";
import { defaultRequestSettings } from "#core/review-requests/index.ts";
import { reviewIdOf } from "#core/reviews/index.ts";
import { type ApiWorld, setupToken } from "./api-world.ts";
import type { TestDynamo } from "./dynamo.ts";
import { comment, intakeRig } from "./inbox.ts";
import { type JsonSchema, sampleOf } from "./json-samples.ts";
import { aPublication } from "./publishing-world.ts";

/** One route of the API: the method, its path with `:params`, a query that it needs, the schema of its JSON body. */
export interface ApiRoute {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: JsonSchema | undefined;
}

interface Described {
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: { readonly content: { readonly "application/json"?: { readonly schema: JsonSchema } } };
}

/** Every route that the application really has, whether or not it describes itself. */
export async function routesOf({ app }: ApiWorld): Promise<readonly ApiRoute[]> {
  const document = await app.request("/api/openapi.json");
  const { paths } = (await document.json()) as { paths: Record<string, Record<string, Described>> };
  const known = new Map<string, ApiRoute>();
  for (const { method, path } of app.routes) {
    if (method === "ALL") continue;
    const described = paths[path.replaceAll(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
    known.set(`${method} ${path}`, {
      method,
      path,
      query: queryOf(described?.parameters ?? []),
      body: described?.requestBody?.content["application/json"]?.schema,
    });
  }
  return [...known.values()];
}

/** A sample of what a query has to have. */
const queryOf = (parameters: NonNullable<Described["parameters"]>): string =>
  new URLSearchParams(
    parameters
      .filter((parameter) => parameter.in === "query" && parameter.required)
      .map(({ name, schema }) => [name, String(sampleOf(schema, {}, name))]),
  ).toString();

export interface Answer {
  readonly status: number;
  readonly body: {
    readonly error?: { code: string; message: string; field?: string; cure?: string; details?: unknown[] };
  };
}

/** A browser that is signed in, or nobody's (`cookie` empty). */
export interface Caller {
  readonly workspaceId: string;
  readonly cookie: string;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** A caller with a session's cookie. */
export function callerWith({ app }: ApiWorld, cookie: string, workspaceId = "", language = "en"): Caller {
  return {
    workspaceId,
    cookie,
    send: async (method, path, body, headers) => {
      const response = await app.request(path, {
        method,
        headers: {
          "accept-language": language,
          "x-dopys-request": "1",
          ...(cookie && { cookie }),
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.includes("json");
      return { status: response.status, body: isJson ? JSON.parse(text) : {} };
    },
  };
}

/** Uses a sign-in link up, and gives the cookie of the session that it opens. */
export async function cookieFrom({ app }: ApiWorld, link: string): Promise<string> {
  const response = await app.request("/api/sign-in/consume", {
    method: "POST",
    headers: { "content-type": "application/json", "x-dopys-request": "1" },
    body: JSON.stringify({ token: new URL(link).searchParams.get("token") }),
  });
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

let tenants = 0;

/** A workspace of its own with its owner signed in. */
export async function newTenant(world: ApiWorld): Promise<Caller> {
  const made = await world.app.request("/api/setup", {
    method: "POST",
    headers: { "content-type": "application/json", "x-dopys-request": "1", authorization: `Bearer ${setupToken}` },
    body: JSON.stringify({
      workspace: { name: "Листок", timeZone: "Europe/Kyiv", language: "uk", currency: "UAH" },
      owner: { email: `owner${++tenants}@lystok.example`, name: "Олена", language: "en" },
    }),
  });
  const { workspace, signInLink } = (await made.json()) as { workspace: { id: string }; signInLink: string };
  return callerWith(world, await cookieFrom(world, signInLink), workspace.id);
}

/** A member of the workspace with a role, signed in by the invitation's link. */
export async function newMember(world: ApiWorld, owner: Caller, role: Role): Promise<Caller> {
  const email = `${role}${++tenants}@lystok.example`;
  await owner.send("POST", "/api/members", { email, name: role, role, language: "en" });
  const link = /https:\S+/.exec(world.mails.findLast(({ to }) => to.address === email)?.text ?? "")?.[0] ?? "";
  return callerWith(world, await cookieFrom(world, link), owner.workspaceId);
}

/** The ids of what a workspace holds: by area of the API, and by the names that bodies give them (`postId`). */
export interface Things {
  readonly areas: ReadonlyMap<string, string>;
  readonly named: Readonly<Record<string, unknown>>;
  /** What the creating routes of other areas answered to a sample. */
  readonly refused: ReadonlyMap<string, Answer>;
}

/**
 * Fills a workspace with one of everything: what only platforms bring by the stores, everything else by the API's own
 * creating routes with a sample body.
 */
export async function oneOfEverything(
  world: ApiWorld,
  dynamo: TestDynamo,
  owner: Caller,
  routes: readonly ApiRoute[],
): Promise<Things> {
  const { deps } = world;
  const { workspaceId } = owner;
  const rig = intakeRig(dynamo, workspaceId, world.clock);
  await deps.channels.connect({ ...rig.channel, platform: "facebook", slots: [{ weekday: 1, time: "12:00" }] });
  const occurredAt = world.clock.nowMs();
  const review = {
    kind: "review",
    change: "added",
    channelRemoteId: "page-1",
    remoteId: "r1",
    occurredAt,
    rating: 2,
  } as const;
  await handleDelivery(rig, rig.delivery([comment({ occurredAt }), review]));
  const lead = unwrap(
    await createLead(
      rig,
      { type: "system", workspaceId, name: "test", language: "en" },
      { clientKey: "lead-1", name: "Ірина" },
    ),
  );
  const publication = aPublication({ workspaceId });
  await deps.publications.create(publication);
  const connection = {
    id: "connection-1",
    workspaceId,
    memberId: "mem_owner",
    platform: "facebook",
    redirectUri: "https://dopys.example/api/channels/callback",
    sealedCandidates: deps.sealer.seal("[]", "connection-1"),
    expiresAt: world.clock.nowMs() + 60_000,
  };
  await deps.connections.create(connection);
  const threadId = threadIdOf(rig.channel.id, "c1");
  await raiseAlert(deps, workspaceId, {
    kind: "bad-review",
    cause: "review-1",
    severity: "high",
    evidence: [{ key: "review-1", what: "review", id: threadId, at: world.clock.nowMs() }],
  });
  const advice = {
    id: "rec_1",
    rule: "slots-empty",
    channelId: rig.channel.id,
    params: { slots: 3, free: 3 },
    cases: 3,
    neededCases: 3,
    proposal: { kind: "add-slot", channelId: rig.channel.id, slot: { weekday: 2, time: "19:00" } },
  } as const;
  const foundAt = world.clock.nowMs();
  await deps.adviceBooks.save({ workspaceId, foundAt, found: [advice], answers: [], version: 0 });
  await deps.requestSettings.save(workspaceId, {
    ...defaultRequestSettings,
    places: [{ channelId: rig.channel.id, url: "https://reviews.example/page-1" }],
  });
  const competitor = {
    ...{
      id: `riv_${workspaceId}`,
      workspaceId,
      platform: "facebook",
      platformName: "Facebook",
      remoteId: "1",
      handle: "1",
    },
    ...{ name: "Зерно", pageName: "Зерно", url: "https://pages.example/1", addedBy: "mem_1", addedAt: 1 },
  };
  await deps.competitors.create(competitor);
  const areas = new Map([
    ["channels", rig.channel.id],
    ["publications", publication.id],
    ["inbox", threadId],
    ["reviews", reviewIdOf(rig.channel.id, "r1")],
    ["leads", lead.id],
    ["recommendations", advice.id],
    ["competitors", competitor.id],
    ["connections", connection.id],
    ["messages", messageIdOf(rig.channel.id, "c1")],
    ["alerts", alertIdOf(workspaceId, "bad-review", "review-1")],
  ]);
  const refused = new Map<string, Answer>();
  /** What a sample does not say by itself: a test of two variants wants a difference. */
  const more: Readonly<Record<string, object>> = {
    experiments: { change: { text: "y" } },
    sources: { address: "https://shop.example/feed" },
    goals: { kpi: "leads", baseline: 1, target: 5, startDay: "2026-01-01", dueDay: "2030-01-01" },
    rules: { when: { sentiments: ["negative"] }, deeds: { labels: ["x"] } },
  };
  const named: Record<string, unknown> = {
    channelId: rig.channel.id,
    channelIds: [rig.channel.id],
    timeZone: "Europe/Kyiv",
    role: "viewer",
    contentType: "image/png",
    memberId: null,
    threadId,
    /** Of a landing form, which has to ask for an address or a number. */
    fields: { name: "required", email: "required", phone: "off", message: "off" },
    rule: "FREQ=WEEKLY;BYDAY=MO",
  };
  for (const { method, path, body } of routes) {
    const area = path.split("/")[2] ?? "";
    if (method !== "POST" || path !== `/api/${area}` || !body || areas.has(area)) continue;
    const answer = await owner.send("POST", path, { ...(sampleOf(body, named) as object), ...more[area] });
    const id = idIn(answer.body);
    if (answer.status !== 201 || !id) {
      refused.set(area, answer);
      continue;
    }
    areas.set(area, id);
    const name = `${area.replace(/(?<!ie)s$/, "")}Id`;
    if (!(name in named)) named[name] = id;
  }
  return { areas, named, refused };
}

/** The id of the thing in an answer such as `{ post: { id } }`. */
const idIn = (body: object): string | undefined =>
  Object.values(body)
    .map((value: unknown) => (value && typeof value === "object" ? (value as { id?: unknown }).id : undefined))
    .find((id): id is string => typeof id === "string");

/**
 * A route's path with the ids of a workspace's things, and a word for what else it names. Throws when there is nothing
 * that `:id` could be.
 */
export function pathWith({ method, path }: ApiRoute, { areas, refused }: Things): string {
  const area = path.includes("/channels/connect/") ? "connections" : (path.split("/")[2] ?? "");
  const values: Record<string, string | undefined> = {
    id: areas.get(area),
    messageId: areas.get("messages"),
    deed: "like",
  };
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = name in values ? values[name] : "x";
    if (value !== undefined) return value;
    const why = JSON.stringify(refused.get(area) ?? "nothing creates one by a sample body");
    throw new Error(`${method} ${path}: no :${name}; put one into oneOfEverything (tests/support). ${why}`);
  });
}
