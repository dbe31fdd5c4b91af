import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PlatformApp } from "../../connector.ts";
import { verification } from "./webhook.ts";

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

let google: Keys;
let other: Keys;
let published: JWK[];
let server: Server;
let fetched: number;
let isDown: boolean;
let addresses = 0;
let app: PlatformApp;
const push = { topic: "t", serviceAccount: "push@dopys.iam.gserviceaccount.com", audience: "https://dopys.test/hooks" };

beforeAll(async () => {
  google = await generateKeyPair("RS256");
  other = await generateKeyPair("RS256");
  published = [{ ...(await exportJWK(google.publicKey)), kid: "k1", alg: "RS256", use: "sig" }];
  server = createServer((_, response) => {
    fetched += 1;
    response.writeHead(isDown ? 503 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());
beforeEach(() => {
  fetched = 0;
  isDown = false;
  // Key sets are kept by their address: each test has its own.
  addresses += 1;
  const certificates = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${addresses}`;
  app = { appId: "1", appSecrets: ["s"], verifyToken: "v", push, endpoints: { certificates } };
});

const nowS = () => Math.floor(Date.now() / 1000);
const genuine = (): JWTPayload => ({
  iss: "https://accounts.google.com",
  aud: push.audience,
  email: push.serviceAccount,
  email_verified: true,
  iat: nowS(),
  exp: nowS() + 3600,
});
const signed = (claims: JWTPayload, key = google.privateKey, kid = "k1") =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid, typ: "JWT" }).sign(key);
const rawBody = Buffer.from("{}");
const verify = (authorization: string | undefined) =>
  verification.verify({ headers: authorization === undefined ? {} : { authorization }, rawBody }, app);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a push of Google's broker", () => {
  it("is known by its token, and the keys are fetched once", async () => {
    for (const _ of [1, 2, 3]) expect(await verify(`Bearer ${await signed(genuine())}`)).toBe(true);
    expect(fetched).toBe(1);
  });

  it.each([
    ["for another audience", { aud: "https://elsewhere.test/hooks" }],
    ["of another issuer", { iss: "https://accounts.example.com" }],
    ["of another service account", { email: "someone@dopys.iam.gserviceaccount.com" }],
    ["of an address that is not verified", { email_verified: false }],
    ["whose address only looks verified", { email_verified: "true" }],
    ["that has expired", { iat: nowS() - 3700, exp: nowS() - 100 }],
    ["that lives for ever", { exp: undefined }],
    ["that was made long ago", { iat: nowS() - 7200, exp: nowS() + 3600 }],
    ["of tomorrow", { iat: nowS() + 86_400, exp: nowS() + 90_000 }],
  ] as const)("is refused with a token %s", async (_, change) => {
    expect(await verify(`Bearer ${await signed({ ...genuine(), ...change })}`)).toBe(false);
  });

  it("is refused when another key signed, under Google's key id or its own", async () => {
    expect(await verify(`Bearer ${await signed(genuine(), other.privateKey)}`)).toBe(false);
    expect(await verify(`Bearer ${await signed(genuine(), other.privateKey, "k2")}`)).toBe(false);
  });

  it("is refused unsigned, and signed with what everybody knows", async () => {
    expect(await verify(`Bearer ${part({ alg: "none", kid: "k1" })}.${part(genuine())}.AA`)).toBe(false);
    const shared = new TextEncoder().encode(JSON.stringify(published[0]));
    const hmac = await new SignJWT(genuine()).setProtectedHeader({ alg: "HS256", kid: "k1" }).sign(shared);
    expect(await verify(`Bearer ${hmac}`)).toBe(false);
  });

  it.each([undefined, "", "Bearer ", "Bearer a.b.c", "Basic YTpi", "Bearer a b.c.d"])(
    "is refused with the header %j",
    async (header) => {
      expect(await verify(header)).toBe(false);
    },
  );

  it("is refused, without a look at the keys, when the operator has set up no push", async () => {
    app = { ...app, push: undefined };
    expect(await verify(`Bearer ${await signed(genuine())}`)).toBe(false);
    expect(fetched).toBe(0);
  });

  it("is neither taken nor refused while the keys cannot be had, so that it comes again", async () => {
    isDown = true;
    const token = `Bearer ${await signed(genuine())}`;
    await expect(verify(token)).rejects.toThrow();
    isDown = false;
    expect(await verify(token)).toBe(true);
  });
});
