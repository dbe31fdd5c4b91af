import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, importJWK, SignJWT } from "jose";
import type { Location, Review, SigningKey } from "./model.ts";
import { placeOf, type World } from "./world.ts";

/** Pushes that a review appeared or changed, where the account has a topic for that; Pub/Sub tells no more than which. */
export function push(world: World, location: Location, review: Review, type: "NEW_REVIEW" | "UPDATED_REVIEW"): void {
  const setting = world.notifications.get(location.accountId);
  const { losePushes, pushCopies, pushSpelling } = world.currentSettings();
  if (losePushes || !setting?.notificationTypes.includes(type) || setting.pubsubTopic !== world.push.topic) return;
  const [reviewKey, locationKey] =
    pushSpelling === "v1" ? ["review_name", "location_name"] : ["reviewName", "locationName"];
  const told = { type, [reviewKey]: `${placeOf(location)}/reviews/${review.id}`, [locationKey]: placeOf(location) };
  const messageId = randomUUID();
  const body = JSON.stringify({
    message: {
      data: Buffer.from(JSON.stringify(told)).toString("base64"),
      messageId,
      message_id: messageId,
      publishTime: new Date(world.clock.nowMs()).toISOString(),
      attributes: {},
    },
    subscription: "projects/sandbox/subscriptions/business-profile",
    deliveryAttempt: 1,
  });
  for (let copy = 0; copy < pushCopies; copy += 1) {
    const headers = { "content-type": "application/json", "user-agent": "APIs-Google" };
    world.outbox.send({ platform: "google-business", url: world.callbackUrl(), headers, body, delayMs: 0 });
  }
}

/** The header by which Pub/Sub shows who it is: a token of an hour, made anew for each attempt. */
export async function pushHeaders(world: World): Promise<Record<string, string>> {
  const { id: kid, privateKey } = await signingKey(world);
  const { audience, serviceAccount } = world.push;
  const token = await new SignJWT({ email: serviceAccount, email_verified: true, azp: "113774264463038321964" })
    .setProtectedHeader({ alg: "RS256", kid, typ: "JWT" })
    .setIssuer("https://accounts.google.com")
    .setAudience(audience)
    .setSubject("113774264463038321964")
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(await importJWK(privateKey, "RS256"));
  return { authorization: `Bearer ${token}` };
}

/** `GET /oauth2/v3/certs`: the public half of the key. */
export async function certificates(world: World): Promise<object> {
  const { id: kid, publicKey } = await signingKey(world);
  return { keys: [{ ...publicKey, kid, alg: "RS256", use: "sig" }] };
}

let making: Promise<SigningKey> | undefined;

/** The key that all pushes are signed with, made once and kept. */
async function signingKey(world: World): Promise<SigningKey> {
  const [kept] = world.keys.list();
  if (kept) return kept;
  making ??= makeKey();
  const key = await making;
  return world.keys.list()[0] ?? world.keys.put(key);
}

async function makeKey(): Promise<SigningKey> {
  const pair = await generateKeyPair("RS256", { extractable: true });
  const [privateKey, publicKey] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
  return { id: randomUUID(), privateKey, publicKey };
}
