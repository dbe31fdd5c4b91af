import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { WebhookVerification } from "../../connector.ts";
import { certificatesPath, defaultEndpoints, tokenIssuers } from "./servers.ts";

/** Google's keys by their address; each set is fetched once, kept, and fetched anew for a key that it lacks. */
const keySets = new Map<string, JWTVerifyGetKey>();
const fetchWithinMs = 5_000;
const keptMs = 6 * 3_600_000;
const clockToleranceS = 30;

/**
 * The identity by which Pub/Sub pushes: a token signed by Google (RS256), for our audience, of the service account that
 * the operator has named, not older than an hour. There is no handshake, and the token says nothing about the body: what
 * the body names is fetched from Google itself. Source: "Pub/Sub: Authenticate push subscriptions".
 */
export const verification: WebhookVerification = {
  handshake: () => null,

  async verify({ headers }, { push, endpoints }) {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(headers.authorization ?? "")?.[1];
    if (!token || !push) return false;
    const keys = keysAt(`${endpoints?.certificates ?? defaultEndpoints.certificates}${certificatesPath}`);
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ["RS256"],
        issuer: tokenIssuers,
        audience: push.audience,
        clockTolerance: clockToleranceS,
        maxTokenAge: "1h",
        requiredClaims: ["exp", "iat"],
      });
      return payload.email === push.serviceAccount && payload.email_verified === true;
    } catch (error) {
      // A key set that cannot be had says nothing about the token: the platform is to deliver again.
      if (isRefusal(error)) return false;
      throw error;
    }
  },
};

/** Whether the token itself is at fault, by the error's code. */
function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ERR_JWKS_TIMEOUT" || code === "ERR_JWKS_INVALID") return false;
  return code.startsWith("ERR_JW") || code === "ERR_JOSE_ALG_NOT_ALLOWED" || code === "ERR_JOSE_NOT_SUPPORTED";
}

function keysAt(address: string): JWTVerifyGetKey {
  const known = keySets.get(address);
  if (known) return known;
  const keys = createRemoteJWKSet(new URL(address), { timeoutDuration: fetchWithinMs, cacheMaxAge: keptMs });
  keySets.set(address, keys);
  return keys;
}
