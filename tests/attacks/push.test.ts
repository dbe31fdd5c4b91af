import fc from "fast-check";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectorFor } from "#core/channels/catalog.ts";
import { intakeMessageSchema } from "#core/inbox/index.ts";
import {
  envelope,
  genuineBody,
  keptBodies,
  namesOfNoReview,
  notice,
  refusedBodies,
  review,
} from "./cases/push-bodies.ts";
import { part, tokenAttacks } from "./cases/token.ts";
import { type GoogleIdentity, genuineClaims, nowS, push, startGoogleIdentity } from "./google-identity.ts";
import {
  appOf,
  type HookOutcome,
  type HookRequest,
  type HookWorld,
  secrets,
  signed,
  startHookWorld,
} from "./hook-world.ts";

/* Attacks on the address to which Google's broker pushes: known by a signed token alone, which says nothing of the body. */

const platform = "google-business";
let google: GoogleIdentity;
let world: HookWorld;
let genuine: string;
/** Deliveries that were to be accepted; at the end the queue must hold just these. */
let accepted = 0;
beforeAll(async () => {
  google = await startGoogleIdentity();
  const endpoints = { certificates: google.certificates };
  world = await startHookWorld({ [platform]: { ...appOf(), push, endpoints } }, "hooksPush");
  genuine = await google.signed(genuineClaims());
});
afterAll(async () => {
  const queued = await world.queued();
  await world.stop();
  await google.stop();
  expect(queued).toBe(accepted);
  expect(world.troubles).toEqual([]);
});

const pushed = (authorization: string | undefined, body: Buffer | string = genuineBody, more: HookRequest = {}) =>
  world.request({ platform, headers: authorization === undefined ? {} : { authorization }, body, ...more });

async function accept(body: Buffer | string): Promise<void> {
  expect(await pushed(`Bearer ${genuine}`, body)).toEqual({ status: 200, body: "", awsCalls: 1 });
  accepted += 1;
}
function expectRefused(outcome: HookOutcome): void {
  expect(outcome.status).toBeGreaterThanOrEqual(400);
  expect(outcome.status).toBeLessThan(500);
  expect(outcome).toMatchObject({ body: "", awsCalls: 0 });
}
/** What intake's reader makes of a body: it may call it unreadable, and never throws. */
const read = (body: string) => connectorFor(platform)?.webhook?.parse(body);

describe("a genuine push", () => {
  it("is accepted by one call, byte for byte", async () => {
    await accept(genuineBody);
    expect(v.parse(intakeMessageSchema, await world.take())).toMatchObject({
      platform,
      rawBody: genuineBody.toString("utf8"),
    });
    accepted -= 1;
  });
});

describe("tokens", () => {
  it.each(tokenAttacks)("refuses $name", async ({ header }) => {
    expectRefused(await pushed(await header(google)));
  });

  it("refuses a genuine token at any other place, and what proves another platform's deliveries", async () => {
    const places: readonly Record<string, string>[] = [
      { "x-forwarded-authorization": `Bearer ${genuine}` },
      { "x-goog-iap-jwt-assertion": genuine },
      { cookie: `token=${genuine}` },
      { "proxy-authorization": `Bearer ${genuine}` },
      signed(genuineBody),
      signed(genuineBody, secrets.older),
    ];
    for (const headers of places) expectRefused(await pushed(undefined, genuineBody, { headers }));
    expectRefused(await pushed(undefined, genuineBody, { query: `access_token=${genuine}&token=${genuine}` }));
  });

  it("refuses a genuine push at any other platform's address", async () => {
    const headers = { authorization: `Bearer ${genuine}` };
    for (const name of [
      "facebook",
      "instagram",
      "",
      "Google-Business",
      "google-business ",
      "__proto__",
      "constructor",
    ]) {
      expectRefused(await world.request({ platform: name, headers, body: genuineBody }));
    }
  });

  it("refuses whatever else stands in the genuine token's place", async () => {
    const [head = "", payload = "", signature = ""] = genuine.split(".");
    const text = fc.constantFrom(head, payload, signature, "", part({ alg: "none" }), part(genuineClaims()));
    const letters = fc.constantFrom(..."ABab09-_+/=. ");
    const flipped = fc
      .tuple(fc.nat({ max: genuine.length - 1 }), letters)
      .map(([at, letter]) => `${genuine.slice(0, at)}${letter}${genuine.slice(at + 1)}`);
    const token = fc.oneof(
      flipped,
      fc.tuple(text, text, text).map((parts) => parts.join(".")),
      fc.stringMatching(/^[\w-]{0,40}\.[\w-]{0,40}\.[\w-]{0,40}$/),
      fc.string({ unit: "binary" }),
    );
    /** The last letter of the signature has bits that say nothing: another letter may be the same signature. */
    const isSame = (other: string): boolean => {
      const [h, p, s = ""] = other.split(".");
      const same = Buffer.from(s, "base64url").equals(Buffer.from(signature, "base64url"));
      return h === head && p === payload && same;
    };
    await fc.assert(
      fc.asyncProperty(
        token.filter((one) => !isSame(one)),
        async (one) => expectRefused(await pushed(`Bearer ${one}`)),
      ),
      { numRuns: 1500 },
    );
  });

  it("takes a token of Google's for just what it says: ours, of now, of the account we named", async () => {
    /** Nearer to now a clock's tolerance decides. */
    const times = fc.constantFrom(-90_000, -4000, -3000, -600, 600, 3000, 90_000);
    const claims = fc.record({
      iss: fc.constantFrom("https://accounts.google.com", "accounts.google.com", "https://evil.test", ""),
      aud: fc.constantFrom(push.audience, push.audience, [push.audience, "x"], "https://other.test", [], push.topic),
      email: fc.constantFrom(push.serviceAccount, push.serviceAccount, "x@y.test", "", null, 1),
      email_verified: fc.constantFrom(true, true, "true", 1, false, null, {}),
      iat: times,
      exp: times,
    });
    const counts = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(claims, async ({ iat, exp, aud, ...said }) => {
        const now = nowS();
        const token = await google.signed({ ...said, aud, iat: now + iat, exp: now + exp } as never);
        const isOurs =
          (said.iss === "https://accounts.google.com" || said.iss === "accounts.google.com") &&
          [aud].flat().includes(push.audience) &&
          said.email === push.serviceAccount &&
          said.email_verified === true &&
          iat < 0 &&
          iat >= -3600 &&
          exp > 0;
        const outcome = await pushed(`Bearer ${token}`);
        if (!isOurs) {
          counts.refused += 1;
          return expectRefused(outcome);
        }
        expect(outcome).toEqual({ status: 200, body: "", awsCalls: 1 });
        counts.taken += 1;
        accepted += 1;
      }),
      { numRuns: 600, examples: [[{ ...genuineClaims(), aud: push.audience, iat: -600, exp: 600 } as never]] },
    );
    expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(0);
  });

  it("asks for Google's keys no oftener for all that", () => {
    expect(google.fetches()).toBeLessThanOrEqual(5);
  });
});

describe("bodies under a genuine token", () => {
  it.each(refusedBodies)("that are %s are refused, and nothing is kept", async (_, body) => {
    expectRefused(await pushed(`Bearer ${genuine}`, body));
  });

  it.each(keptBodies)("with %s are kept once, and are unreadable, not a crash", async (_, body) => {
    await accept(body);
    expect(read(body)).toMatchObject({ ok: false });
  });

  it("with a notice 100,000 levels deep are kept once and name no review", async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
    const body = envelope(Buffer.from(deep).toString("base64"));
    await accept(body);
    expect(read(body)).toMatchObject({ ok: true, value: [{ kind: "ignored" }] });
  });

  it.each([
    ["in base64 for addresses", (data: string) => data.replaceAll("+", "-").replaceAll("/", "_")],
    ["without padding", (data: string) => data.replace(/=+$/, "")],
    ["broken into lines", (data: string) => data.replace(/.{20}/g, "$&\n")],
  ])("with data %s name the same review", (_, write) => {
    const data = notice({ type: "UPDATED_REVIEW", reviewName: review, note: "~~~???>>>" });
    expect(read(envelope(write(data)))).toMatchObject({ ok: true, value: [{ kind: "notice", remoteId: review }] });
  });

  it.each(["__proto__", "constructor", "prototype", "toString"])("with %s pollute nothing", (name) => {
    const poison = `{"${name}":{"polluted":true,"reviewName":"${review}"},"reviewName":"${review}"}`;
    const body = envelope(Buffer.from(poison).toString("base64")).replace("{", `{"${name}":{"polluted":true},`);
    expect(read(body)).toMatchObject({ ok: true, value: [{ kind: "notice", remoteId: review }] });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each(namesOfNoReview)("that name «%s» name no review", (reviewName) => {
    expect(read(envelope(notice({ type: "NEW_REVIEW", reviewName })))).toMatchObject({
      ok: true,
      value: [{ kind: "ignored" }],
    });
  });

  it("of whatever bytes are refused or kept once, and are read without a crash", async () => {
    const document = fc.oneof(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.jsonValue().map((value) => envelope(notice(value))),
      fc
        .record({ data: fc.jsonValue(), attributes: fc.jsonValue(), publishTime: fc.jsonValue() })
        .map((message) => JSON.stringify({ message })),
      fc.string({ unit: "binary" }),
    );
    const counts = { kept: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(document, async (body) => {
        expect(read(body)?.ok).toBeTypeOf("boolean");
        const outcome = await pushed(`Bearer ${genuine}`, body);
        if (outcome.status !== 200) {
          counts.refused += 1;
          return expectRefused(outcome);
        }
        expect(outcome).toEqual({ status: 200, body: "", awsCalls: 1 });
        counts.kept += 1;
        accepted += 1;
      }),
      { numRuns: 600 },
    );
    expect(Math.min(counts.kept, counts.refused)).toBeGreaterThan(50);
  });

  it("without a token are never kept, whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, base64) => {
        expectRefused(await pushed(undefined, Buffer.from(bytes), { base64 }));
      }),
      { numRuns: 500 },
    );
  });
});
