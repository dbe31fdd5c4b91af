import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { channelRepository } from "#core/adapters/dynamo/channel-repository.ts";
import { tokenRenewalRepository } from "#core/adapters/dynamo/token-renewal-repository.ts";
import { aesGcmSealer } from "#core/adapters/sealing/aes-gcm.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type FakeClock, fakeClock } from "../../kernel/clock.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Connector, RenewedToken } from "../connector.ts";
import type { ConnectorError } from "../errors.ts";
import { type Channel, type RenewDeps, renewAheadMs, renewTokens } from "./index.ts";

let dynamo: TestDynamo;
let clock: FakeClock;
let deps: RenewDeps;
let asked: string[];
let answer: () => Promise<Result<RenewedToken, ConnectorError>>;
let workspaceId: string;
let workspaces = 0;
const sealer = aesGcmSealer([Buffer.alloc(32, 7).toString("base64")]);
const channels = () => channelRepository(dynamo);

beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  workspaceId = `ws_ren${workspaces++}`;
  clock = fakeClock("2026-11-26T10:00:00Z");
  asked = [];
  answer = async () => ok({ accessToken: "token-2", expiresAt: clock.nowMs() + 3_600_000 });
  const auth: Partial<Connector["auth"]> = {
    refresh: async ({ app }, refreshToken) => {
      asked.push(`${refreshToken} at ${app.endpoints?.oauth}`);
      return answer();
    },
  };
  deps = {
    workspaces: {
      listAll: async () => [
        { id: workspaceId, name: "Листок", timeZone: "Europe/Kyiv", language: "uk", currency: "UAH", createdAt: 0 },
      ],
    },
    channels: channels(),
    renewals: tokenRenewalRepository(dynamo),
    apps: { get: async () => ({ appId: "1", appSecrets: ["s"], verifyToken: "v" }) },
    connectorFor: () => ({ auth }) as Connector,
    http: { send: () => Promise.reject(new Error("no network in this test")) },
    sealer,
    clock,
  };
});

const connect = (change: Partial<Channel> = {}): Promise<Channel> =>
  channels().connect({
    id: "chan_1",
    workspaceId,
    platform: "double",
    remoteId: "place-1",
    name: "Листок",
    url: "https://platform.example/place-1",
    state: "connected",
    endpoints: { oauth: "https://oauth.example" },
    sealedToken: sealer.seal("token-1", "chan_1"),
    sealedRefreshToken: sealer.seal("refresh-1", "chan_1"),
    tokenExpiresAt: clock.nowMs() + renewAheadMs,
    slots: [],
    connectedAt: 1,
    version: 1,
    ...change,
  });
const stored = async () => {
  const channel = await channels().get(workspaceId, "chan_1");
  const open = (text = "") => sealer.open(text, "chan_1");
  return {
    state: channel?.state,
    cause: channel?.reconnectCause,
    token: open(channel?.sealedToken),
    refreshToken: open(channel?.sealedRefreshToken),
    endsInMs: (channel?.tokenExpiresAt ?? 0) - clock.nowMs(),
  };
};
const passing: ConnectorError = { class: "transient", code: "timeout", message: "no answer" };
const takenBack: ConnectorError = { class: "auth-expired", code: "invalid_grant", message: "revoked" };

it("renews a token before it ends, on the servers the channel was connected on", async () => {
  await connect();
  expect(await renewTokens(deps)).toEqual({ renewed: 1, ended: 0, held: 0, later: 0 });
  expect(asked).toEqual(["refresh-1 at https://oauth.example"]);
  expect(await stored()).toMatchObject({ state: "connected", token: "token-2", endsInMs: 3_600_000 });
  await renewTokens(deps);
  expect(asked).toHaveLength(1);
});

it.each([
  ["has long to live", { tokenExpiresAt: Date.parse("2026-11-26T10:00:00Z") + renewAheadMs + 1 }],
  ["does not expire", { tokenExpiresAt: undefined }],
  ["has no refresh token", { sealedRefreshToken: undefined }],
] as const)("leaves a token alone that %s", async (_, change) => {
  await connect(change);
  await renewTokens(deps);
  expect(asked).toEqual([]);
});

it("is done by one of two workers", async () => {
  await connect();
  const done = await Promise.all([renewTokens(deps), renewTokens(deps)]);
  expect(asked).toHaveLength(1);
  expect(done.map(({ renewed }) => renewed).sort()).toEqual([0, 1]);
});

it("is taken on by another when its worker died, and the dead one's answer counts no more", async () => {
  await connect();
  let release = () => {};
  const hung = new Promise<void>((resolve) => {
    release = resolve;
  });
  answer = async () => {
    await hung;
    return ok({ accessToken: "token-late", expiresAt: clock.nowMs() + 3_600_000 });
  };
  const slow = renewTokens(deps);
  await expect.poll(() => asked.length).toBe(1);
  clock.advance(61_000);
  answer = async () => ok({ accessToken: "token-2", expiresAt: clock.nowMs() + 3_600_000 });
  expect(await renewTokens(deps)).toMatchObject({ renewed: 1 });
  release();
  expect(await slow).toMatchObject({ held: 1 });
  expect(await stored()).toMatchObject({ token: "token-2" });
});

it("keeps the refresh token unless a new one is given", async () => {
  await connect();
  answer = async () => ok({ accessToken: "token-2", expiresAt: clock.nowMs(), refreshToken: "" });
  await renewTokens(deps);
  expect(await stored()).toMatchObject({ token: "token-2", refreshToken: "refresh-1" });
  answer = async () => ok({ accessToken: "token-3", expiresAt: clock.nowMs(), refreshToken: "refresh-2" });
  await renewTokens(deps);
  expect(await stored()).toMatchObject({ token: "token-3", refreshToken: "refresh-2" });
});

it("leaves the channel connected through a failure in passing, and tries at the next run", async () => {
  await connect();
  answer = async () => err(passing);
  expect(await renewTokens(deps)).toMatchObject({ later: 1 });
  expect(await stored()).toMatchObject({ state: "connected", token: "token-1", refreshToken: "refresh-1" });
  answer = async () => ok({ accessToken: "token-2", expiresAt: clock.nowMs() + 3_600_000 });
  expect(await renewTokens(deps)).toMatchObject({ renewed: 1 });
});

it("disconnects only when the platform says that the access has ended", async () => {
  await connect();
  answer = async () => err(takenBack);
  expect(await renewTokens(deps)).toMatchObject({ ended: 1 });
  expect(await stored()).toMatchObject({ state: "reconnect", cause: "invalid_grant" });
});

it("does not end a channel that was connected anew while the platform was asked", async () => {
  await connect();
  answer = async () => {
    await connect({
      sealedToken: sealer.seal("token-new", "chan_1"),
      sealedRefreshToken: sealer.seal("refresh-new", "chan_1"),
    });
    return err(takenBack);
  };
  expect(await renewTokens(deps)).toMatchObject({ ended: 0, later: 1 });
  expect(await stored()).toMatchObject({ state: "connected", token: "token-new", refreshToken: "refresh-new" });
});

it("tries the others, too, when one breaks off, and says so", async () => {
  await connect();
  await connect({ id: "chan_2", sealedRefreshToken: sealer.seal("refresh-2", "chan_2") });
  let calls = 0;
  answer = async () => {
    calls += 1;
    if (calls === 1) throw new Error("a bug");
    return ok({ accessToken: "token-2", expiresAt: clock.nowMs() + 3_600_000 });
  };
  await expect(renewTokens(deps)).rejects.toThrow("1 renewals broke off");
  expect(asked).toHaveLength(2);
});
