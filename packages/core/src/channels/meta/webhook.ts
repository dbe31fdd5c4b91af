import { createHmac, timingSafeEqual } from "node:crypto";
import type { WebhookVerification } from "../connector.ts";

/** One signature in the header and nothing else: two headers arrive joined by a comma and do not match. */
const signatureForm = /^sha256=([0-9a-f]{64})$/;
const challengeForm = /^[A-Za-z0-9_-]{1,128}$/;

/**
 * The handshake and the signature of Meta's webhooks, the same for every object. Source: "Graph API: Webhooks, Getting Started" (hub.mode,
 * hub.challenge, hub.verify_token; X-Hub-Signature-256 over the raw payload with the app secret).
 */
export const metaVerification: WebhookVerification = {
  handshake(query, app) {
    const [mode, challenge, word] = ["hub.mode", "hub.challenge", "hub.verify_token"].map((name) => only(query, name));
    if (mode !== "subscribe" || !word || !challenge || !challengeForm.test(challenge)) return null;
    return app.verifyToken !== "" && sameText(word, app.verifyToken) ? challenge : null;
  },

  verify(request, app) {
    const signature = signatureForm.exec(request.headers["x-hub-signature-256"] ?? "")?.[1];
    if (!signature) return false;
    const given = Buffer.from(signature, "hex");
    let genuine = false;
    // Every secret is tried, so that the time taken does not tell which one fits.
    for (const secret of app.appSecrets) {
      if (secret === "") continue;
      const expected = createHmac("sha256", secret).update(request.rawBody).digest();
      if (timingSafeEqual(given, expected)) genuine = true;
    }
    return genuine;
  },
};

/** A parameter that is given exactly once. */
function only(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  return values.length === 1 ? values[0] : undefined;
}

/** Compares in constant time, whatever the lengths. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHmac("sha256", "handshake").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
