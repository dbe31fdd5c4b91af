import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose";

/** What the operator has named of the broker that pushes. */
export const push = {
  topic: "projects/dopys/topics/reviews",
  serviceAccount: "push@dopys.iam.gserviceaccount.com",
  audience: "https://dopys.test/hooks/google-business",
} as const;
export const keyId = "k1";

/** The time by which tokens are judged, whole seconds. */
export const nowS = (): number => Math.floor(Date.now() / 1000);

/** The claims of a token as Google's broker sends it now. */
export const genuineClaims = (): JWTPayload => ({
  iss: "https://accounts.google.com",
  aud: push.audience,
  sub: "104857600000000000001",
  azp: "104857600000000000001",
  email: push.serviceAccount,
  email_verified: true,
  iat: nowS(),
  exp: nowS() + 3600,
});

export type GoogleIdentity = Awaited<ReturnType<typeof startGoogleIdentity>>;

/** Google's keys on an address of this machine, and the means to sign as Google and as somebody else. */
export async function startGoogleIdentity() {
  const [google, stranger] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const published = { ...(await exportJWK(google.publicKey)), kid: keyId, alg: "RS256", use: "sig" };
  let fetches = 0;
  const server = createServer((_, response) => {
    fetches += 1;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ keys: [published] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const sign =
    (key: CryptoKey) =>
    (claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: keyId, typ: "JWT", ...header }).sign(key);
  return {
    certificates: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How often the keys were asked for. */
    fetches: () => fetches,
    published,
    publicPem: await exportSPKI(google.publicKey),
    strangersKey: await exportJWK(stranger.publicKey),
    /** A token that Google made, of these claims. */
    signed: sign(google.privateKey),
    /** The same made by somebody else. */
    forged: sign(stranger.privateKey),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
