import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { channelRepository, connectionRepository } from "#core/adapters/dynamo/channel-repository.ts";
import { aesGcmSealer } from "#core/adapters/sealing/aes-gcm.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import type { MemberActor, Role } from "../../kernel/actor.ts";
import { type FakeClock, fakeClock } from "../../kernel/clock.ts";
import type { DomainEvent } from "../../kernel/events.ts";
import { err, ok, type Result, unwrap } from "../../kernel/result.ts";
import type { ConnectableChannel, Connector } from "../connector.ts";
import type { ConnectorError } from "../errors.ts";
import {
  acceptConsent,
  type ConnectDeps,
  changeSchedule,
  channelCalls,
  connectChannels,
  connectionLifetimeMs,
  listCandidates,
  removeChannel,
  setSlots,
  startConnection,
} from "./index.ts";

let dynamo: TestDynamo;
let clock: FakeClock;
let offered: readonly ConnectableChannel[];
let subscribed: string[];
let told: DomainEvent[];
let refusal: ConnectorError | undefined;
let deps: ConnectDeps;
let workspaces = 0;
let workspaceId: string;

beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  workspaceId = `ws_con${workspaces++}`;
  clock = fakeClock("2026-11-26T10:00:00Z");
  offered = [page()];
  subscribed = [];
  told = [];
  refusal = undefined;
  const auth: Connector["auth"] = {
    consentUrl: (_, { state }) => `https://platform.example/consent?state=${state}`,
    exchange: async (_, { code }) =>
      code === "good" ? ok(offered) : err({ class: "auth-expired", code: "100", message: "bad code" }),
    subscribe: async ({ channelRemoteId }) => {
      if (refusal) return err(refusal);
      subscribed.push(channelRemoteId);
      return ok(undefined);
    },
  };
  deps = {
    channels: channelRepository(dynamo),
    connections: connectionRepository(dynamo),
    apps: { get: async () => ({ appId: "1", appSecrets: ["s"], verifyToken: "v" }) },
    connectorFor: (platform) => (platform === "double" ? ({ auth } as Connector) : undefined),
    http: { send: () => Promise.reject(new Error("no network in this test")) },
    sealer: aesGcmSealer([Buffer.alloc(32, 7).toString("base64")]),
    events: { publish: async (some) => void told.push(...some) },
    clock,
    publicUrl: "https://dopys.example",
  };
});

const page = (change: Partial<ConnectableChannel> = {}): ConnectableChannel => ({
  remoteId: "page-1",
  name: "Листок",
  url: "https://platform.example/page-1",
  accessToken: "token-1",
  ...change,
});
const actor = (change: Partial<MemberActor> = {}): MemberActor => ({
  type: "member",
  workspaceId,
  memberId: "mem_1",
  role: "manager",
  language: "uk",
  ...change,
});
const codeOf = (result: Result<unknown, { code: string }>) => (result.ok ? "ok" : result.error.code);

async function begin(): Promise<string> {
  const { consentUrl } = unwrap(await startConnection(deps, actor(), { platform: "double" }));
  return new URL(consentUrl).searchParams.get("state") ?? "";
}
async function consented(): Promise<string> {
  const state = await begin();
  return unwrap(await acceptConsent(deps, actor(), { state, code: "good" })).connectionId;
}
const connect = async (remoteIds = ["page-1"]) =>
  connectChannels(deps, actor(), { connectionId: await consented(), remoteIds });

describe("connecting", () => {
  it("shows what may be connected without tokens, and connects what is chosen", async () => {
    offered = [page(), page({ remoteId: "page-2" })];
    const connectionId = await consented();
    const candidates = unwrap(await listCandidates(deps, actor(), connectionId));
    expect(candidates.map(({ remoteId }) => remoteId)).toEqual(["page-1", "page-2"]);
    expect(JSON.stringify(candidates)).not.toContain("token");
    const [channel] = unwrap(await connectChannels(deps, actor(), { connectionId, remoteIds: ["page-2"] }));
    expect(channel).toMatchObject({ remoteId: "page-2", state: "connected", workspaceId });
    expect(subscribed).toEqual(["page-2"]);
    expect(deps.sealer.open(channel?.sealedToken ?? "", channel?.id ?? "")).toBe("token-1");
  });

  it("keeps no token in plain text, neither while choosing nor after", async () => {
    const connectionId = await consented();
    expect(JSON.stringify(await deps.connections.get(workspaceId, connectionId))).not.toContain("token-1");
    await connectChannels(deps, actor(), { connectionId, remoteIds: ["page-1"] });
    expect(JSON.stringify(await deps.channels.list(workspaceId))).not.toContain("token-1");
  });

  it("keeps the person's own token, sealed for the channel, and opens it for calls; a later consent renews it", async () => {
    offered = [page({ personToken: "person-1" })];
    const [channel] = unwrap(await connect());
    expect(JSON.stringify(channel)).not.toContain("person-1");
    const opened = async () => {
      const kept = await deps.channels.get(workspaceId, channel?.id ?? "");
      return kept && (await channelCalls(deps).open(kept))?.personToken;
    };
    expect(await opened()).toBe("person-1");
    offered = [page({ personToken: "person-2" })];
    await connect();
    expect(await opened()).toBe("person-2");
    offered = [page()];
    await connect();
    expect(await opened()).toBe("person-2");
  });

  it("knows until when the person's consent lasts and when it was given last, and tells of each", async () => {
    const day = 86_400_000;
    const first = clock.nowMs();
    offered = [page({ personToken: "person-1", personTokenExpiresAt: first + 60 * day })];
    const [channel] = unwrap(await connect());
    const kept = () => deps.channels.get(workspaceId, channel?.id ?? "");
    expect(await kept()).toMatchObject({ personTokenExpiresAt: first + 60 * day, consentedAt: first });
    clock.advance(50 * day);
    offered = [page()];
    await connect();
    expect(await kept()).toMatchObject({ personTokenExpiresAt: first + 60 * day, connectedAt: first });
    offered = [page({ personToken: "person-2", personTokenExpiresAt: first + 110 * day })];
    await connect();
    const consentedAt = clock.nowMs();
    expect(await kept()).toMatchObject({ personTokenExpiresAt: first + 110 * day, consentedAt, connectedAt: first });
    offered = [page({ personToken: "person-3" })];
    await connect();
    expect((await kept())?.personTokenExpiresAt).toBeUndefined();
    const events = told.map(({ type, data }) => [type, data]);
    expect(events).toEqual(Array.from({ length: 4 }, () => ["channel.connected", { channelId: channel?.id }]));
  });

  it("is finished once, and a consent is taken once", async () => {
    const connectionId = await consented();
    expect(codeOf(await acceptConsent(deps, actor(), { state: connectionId, code: "good" }))).toBe(
      "connection-expired",
    );
    const input = { connectionId, remoteIds: ["page-1"] };
    expect(codeOf(await connectChannels(deps, actor(), input))).toBe("ok");
    expect(codeOf(await connectChannels(deps, actor(), input))).toBe("connection-expired");
  });

  it("ends after half an hour", async () => {
    const [started, chosen] = [await begin(), await consented()];
    clock.advance(connectionLifetimeMs);
    expect(codeOf(await acceptConsent(deps, actor(), { state: started, code: "good" }))).toBe("connection-expired");
    expect(codeOf(await listCandidates(deps, actor(), chosen))).toBe("not-found");
    const input = { connectionId: chosen, remoteIds: ["page-1"] };
    expect(codeOf(await connectChannels(deps, actor(), input))).toBe("connection-expired");
  });

  it.each([
    ["another member", { memberId: "mem_2" }],
    ["another workspace", { workspaceId: "ws_other" }],
  ])("is not for %s, who was sent the link", async (_, change) => {
    const [started, chosen] = [await begin(), await consented()];
    const other = actor(change);
    expect(codeOf(await acceptConsent(deps, other, { state: started, code: "good" }))).toBe("connection-expired");
    expect(codeOf(await listCandidates(deps, other, chosen))).toBe("not-found");
    const input = { connectionId: chosen, remoteIds: ["page-1"] };
    expect(codeOf(await connectChannels(deps, other, input))).toBe("connection-expired");
  });

  it.each<Role>(["author", "viewer"])("stops at every step for a member who meanwhile became %s", async (role) => {
    const [started, chosen] = [await begin(), await consented()];
    const demoted = actor({ role });
    expect(codeOf(await startConnection(deps, demoted, { platform: "double" }))).toBe("forbidden");
    expect(codeOf(await acceptConsent(deps, demoted, { state: started, code: "good" }))).toBe("forbidden");
    expect(codeOf(await listCandidates(deps, demoted, chosen))).toBe("forbidden");
    const input = { connectionId: chosen, remoteIds: ["page-1"] };
    expect(codeOf(await connectChannels(deps, demoted, input))).toBe("forbidden");
    expect(await deps.channels.list(workspaceId)).toEqual([]);
  });

  it.each(["nonsense", "constructor", "__proto__"])("names the platform that is not set up: %s", async (platform) => {
    const answer = await startConnection(deps, actor(), { platform });
    expect(answer).toMatchObject({ ok: false, error: { code: "platform-not-set-up", field: "platform" } });
  });

  it("says what the platform refused, and can be tried again", async () => {
    const state = await begin();
    expect(codeOf(await acceptConsent(deps, actor(), { state, code: "bad" }))).toBe("connect-failed");
    const connectionId = await consented();
    refusal = { class: "permission", code: "200", message: "no" };
    const input = { connectionId, remoteIds: ["page-1"] };
    expect(codeOf(await connectChannels(deps, actor(), input))).toBe("connect-failed");
    refusal = undefined;
    expect(codeOf(await connectChannels(deps, actor(), { ...input, remoteIds: ["page-9"] }))).toBe("nothing-chosen");
    expect(codeOf(await connectChannels(deps, actor(), input))).toBe("ok");
  });
});

describe("connecting again", () => {
  it("renews token and name, keeps the schedule, clears every stale mark", async () => {
    offered = [page({ expiresAt: clock.nowMs() + 1000 })];
    const [first] = unwrap(await connect());
    const id = first?.id ?? "";
    await setSlots(deps, actor(), { channelId: id, version: 1, slots: [{ weekday: 1, time: "12:00" }] });
    await deps.channels.markReconnect(workspaceId, id, "190");
    expect((await deps.channels.get(workspaceId, id))?.state).toBe("reconnect");
    offered = [page({ accessToken: "token-2", name: "Листок 2" })];
    await connect();
    const renewed = await deps.channels.get(workspaceId, id);
    expect(renewed).toMatchObject({ state: "connected", name: "Листок 2", slots: [{ weekday: 1, time: "12:00" }] });
    expect(renewed).not.toHaveProperty("reconnectCause");
    expect(renewed).not.toHaveProperty("tokenExpiresAt");
    expect(deps.sealer.open(renewed?.sealedToken ?? "", id)).toBe("token-2");
    expect(await deps.channels.list(workspaceId)).toHaveLength(1);
  });

  it("needs a refresh token where tokens expire, and keeps the one it has when none is given again", async () => {
    const connector = deps.connectorFor("double") as Connector;
    const refresh = () => Promise.reject(new Error("not in this test"));
    deps = { ...deps, connectorFor: () => ({ ...connector, auth: { ...connector.auth, refresh } }) };
    expect(codeOf(await connect())).toBe("connect-failed");
    expect(subscribed).toEqual([]);
    offered = [page({ refreshToken: "refresh-1" })];
    const [first] = unwrap(await connect());
    expect(JSON.stringify(first)).not.toContain("refresh-1");
    offered = [page({ accessToken: "token-2" })];
    const [renewed] = unwrap(await connect());
    expect(deps.sealer.open(renewed?.sealedRefreshToken ?? "", renewed?.id ?? "")).toBe("refresh-1");
    expect(deps.sealer.open(renewed?.sealedToken ?? "", renewed?.id ?? "")).toBe("token-2");
  });

  it("never replaces a token by an empty one", async () => {
    const [first] = unwrap(await connect());
    offered = [page({ accessToken: "" })];
    expect(codeOf(await connect())).toBe("connect-failed");
    const kept = await deps.channels.get(workspaceId, first?.id ?? "");
    expect(deps.sealer.open(kept?.sealedToken ?? "", first?.id ?? "")).toBe("token-1");
  });
});

describe("a connected channel", () => {
  it.each<Role>(["author", "viewer"])("keeps schedule and connection whatever an %s asks", async (role) => {
    const [channel] = unwrap(await connect());
    const channelId = channel?.id ?? "";
    expect(codeOf(await setSlots(deps, actor({ role }), { channelId, version: 1, slots: [] }))).toBe("forbidden");
    expect(codeOf(await removeChannel(deps, actor({ role }), { channelId }))).toBe("forbidden");
    expect(await deps.channels.get(workspaceId, channelId)).toEqual(channel);
  });

  it("takes one of two schedules that were made on the same version, and refuses the other", async () => {
    const [channel] = unwrap(await connect());
    const channelId = channel?.id ?? "";
    const mine = [{ weekday: 1, time: "12:00" }];
    const theirs = [{ weekday: 2, time: "18:00" }];
    expect(codeOf(await setSlots(deps, actor(), { channelId, version: 1, slots: mine }))).toBe("ok");
    expect(codeOf(await setSlots(deps, actor(), { channelId, version: 1, slots: theirs }))).toBe("schedule-changed");
    expect(await deps.channels.get(workspaceId, channelId)).toMatchObject({ slots: mine, version: 2 });
    expect(codeOf(await setSlots(deps, actor(), { channelId, version: 1, slots: mine }))).toBe("ok");
    expect(codeOf(await setSlots(deps, actor(), { channelId, version: 2, slots: theirs }))).toBe("ok");
  });

  it("keeps every one of four changes made at once to its schedule", async () => {
    const [channel] = unwrap(await connect());
    const days = [1, 2, 3, 4];
    const changed = await Promise.all(
      days.map((weekday) =>
        changeSchedule(deps, actor(), channel?.id ?? "", (slots) => [...slots, { weekday, time: "12:00" }]),
      ),
    );
    expect(changed.map(codeOf)).toEqual(days.map(() => "ok"));
    const kept = await deps.channels.get(workspaceId, channel?.id ?? "");
    expect(kept?.slots.map(({ weekday }) => weekday).sort()).toEqual(days);
  });

  it("is nowhere for another workspace, and gone when removed", async () => {
    const [channel] = unwrap(await connect());
    const channelId = channel?.id ?? "";
    const stranger = actor({ workspaceId: "ws_other", role: "owner" });
    expect(codeOf(await setSlots(deps, stranger, { channelId, version: 1, slots: [] }))).toBe("not-found");
    expect(codeOf(await removeChannel(deps, stranger, { channelId }))).toBe("not-found");
    expect(codeOf(await removeChannel(deps, actor(), { channelId }))).toBe("ok");
    expect(await deps.channels.list(workspaceId)).toEqual([]);
    expect(await deps.channels.findByRemoteId("double", "page-1")).not.toContainEqual(channel);
  });
});
