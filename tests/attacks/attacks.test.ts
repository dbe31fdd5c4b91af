import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { intakeMessageSchema } from "#core/inbox/index.ts";
import { thousandComments } from "#tests/support/long-delivery.ts";
import { addressAttacks, elsewhere, handshakeAttacks } from "./cases/addresses.ts";
import { byteAttacks, signedNonsense } from "./cases/bytes.ts";
import { misleadingHeaders, signatureAttacks } from "./cases/signature.ts";
import { type Attack, genuineBody, genuineInstagramBody, withHeaders } from "./genuine.ts";
import {
  appOf,
  type HookOutcome,
  type HookRequest,
  type HookWorld,
  secrets,
  sign,
  signed,
  startHookWorld,
  verifyToken,
} from "./hook-world.ts";

let world: HookWorld;
/** Deliveries that were to be accepted; at the end the queue must hold just these. */
let accepted = 0;
beforeAll(async () => {
  world = await startHookWorld({ facebook: appOf(), instagram: appOf(secrets.otherApp) });
});
afterAll(async () => {
  const queued = await world.queued();
  await world.stop();
  expect(queued).toBe(accepted);
  expect(world.troubles).toEqual([]);
});

async function accept(request: HookRequest): Promise<void> {
  expect(await world.request(request)).toEqual({ status: 200, body: "", awsCalls: 1 });
  accepted += 1;
}

function expectRefused(outcome: HookOutcome): void {
  expect(outcome.status).toBeGreaterThanOrEqual(400);
  expect(outcome.status).toBeLessThan(500);
  expect(outcome).toMatchObject({ body: "", awsCalls: 0 });
}

const refuseAll = (attacks: readonly Attack[]) =>
  it.each(attacks)("refuses $name", async ({ request }) => expectRefused(await world.request(request)));

const refuseAny = (requests: fc.Arbitrary<HookRequest>, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(requests, async (request) => expectRefused(await world.request(request))),
    { numRuns },
  );

describe("a genuine delivery", () => {
  it.each(["newest", "older"] as const)("is accepted by one call under the %s of two live secrets", async (which) => {
    await accept({ headers: signed(genuineBody, secrets[which]), body: genuineBody });
    await accept({ headers: signed(genuineBody, secrets[which]), body: genuineBody, base64: false });
    expect(await world.take()).toMatchObject({ platform: "facebook", rawBody: genuineBody.toString("utf8") });
    expect(await world.take()).toMatchObject({ rawBody: genuineBody.toString("utf8") });
    accepted -= 2;
  });

  it("of another object goes to its own address, under its app's secret", async () => {
    const body = genuineInstagramBody;
    await accept({ platform: "instagram", headers: signed(body, secrets.otherApp), body });
    expect(await world.take()).toMatchObject({ platform: "instagram", rawBody: body.toString("utf8") });
    accepted -= 1;
  });

  it("is refused under the secret of another platform's app", async () => {
    const body = genuineInstagramBody;
    expectRefused(await world.request({ platform: "facebook", headers: signed(body, secrets.otherApp), body }));
  });

  it("of 1,000 long updates is one message and one call", async () => {
    const body = Buffer.from(thousandComments(600));
    expect(body.length).toBeGreaterThan(2 * 1024 * 1024);
    await accept({ headers: signed(body), body, base64: false });
    expect(v.parse(intakeMessageSchema, await world.take()).rawBody).toBe(body.toString("utf8"));
    accepted -= 1;
  });

  it("may hold every letter there is", async () => {
    const body = Buffer.from('{"text":"🙂 \uFFFD \uFFFE \uFFFF \u{10FFFF} \u0000"}'.replace("\0", "\\u0000"));
    await accept({ headers: signed(body), body });
    expect(v.parse(intakeMessageSchema, await world.take()).rawBody).toBe(body.toString("utf8"));
    accepted -= 1;
  });

  it("is answered within the platform's time from a cold start, by a function of at most 30 KB", () => {
    expect(world.coldStartMs()).toBeLessThan(2000);
    expect(gzipSync(readFileSync(world.bundle), { level: 9 }).length).toBeLessThanOrEqual(30 * 1024);
  });
});

describe("signatures", () => {
  refuseAll([...signatureAttacks, ...misleadingHeaders]);

  it("refuses anything else in the header's place", async () => {
    const good = sign(genuineBody);
    const hex = fc.stringMatching(/^[0-9a-fA-F]{0,130}$/);
    const flipped = fc
      .nat({ max: 63 })
      .chain((at) =>
        fc
          .constantFrom(..."0123456789abcdefABCDEF")
          .map((digit) => `${good.slice(0, at)}${digit}${good.slice(at + 1)}`),
      );
    const list = fc.array(fc.oneof(hex, fc.constant(good)), { minLength: 2, maxLength: 5 });
    const value = fc.oneof(
      fc.string(),
      hex.map((digits) => `sha256=${digits}`),
      flipped.map((digits) => `sha256=${digits}`),
      fc
        .tuple(list, fc.constantFrom(",", ", ", ";", " ", ""))
        .map(([all, by]) => all.map((each) => `sha256=${each}`).join(by)),
    );
    const header = value.filter((text) => text !== `sha256=${good}`);
    await refuseAny(
      header.map((text) => withHeaders({ "x-hub-signature-256": text })),
      3000,
    );
  });

  it("refuses any other secret", async () => {
    const live: readonly string[] = [secrets.newest, secrets.older];
    const secret = fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]{32}$/)).filter((text) => !live.includes(text));
    await refuseAny(
      secret.map((text) => withHeaders(signed(genuineBody, text))),
      1000,
    );
  });
});

describe("bytes", () => {
  refuseAll([...byteAttacks, ...signedNonsense]);

  it("refuses any other bytes under a genuine signature", async () => {
    const edit = fc.record({
      at: fc.nat({ max: genuineBody.length }),
      remove: fc.nat({ max: 4 }),
      insert: fc.uint8Array({ maxLength: 4 }),
    });
    const changed = fc
      .array(edit, { minLength: 1, maxLength: 3 })
      .map((edits) =>
        edits.reduce(
          (body, { at, remove, insert }) => Buffer.concat([body.subarray(0, at), insert, body.subarray(at + remove)]),
          genuineBody,
        ),
      );
    const requests = fc
      .tuple(
        changed.filter((body) => !body.equals(genuineBody)),
        fc.boolean(),
      )
      .map(([body, base64]) => ({ headers: signed(genuineBody), body, base64 }));
    await refuseAny(
      requests.filter(({ body, base64 }) => base64 || !Buffer.from(body.toString("utf8")).equals(genuineBody)),
      3000,
    );
  });

  it("refuses signed bytes that are no JSON document", async () => {
    const isDocument = (text: string): boolean => {
      try {
        return typeof (JSON.parse(text) ?? 0) === "object";
      } catch {
        return false;
      }
    };
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      fc.json().map((text) => Buffer.from(`${text}}`)),
    );
    const bodies = noise.map((bytes) => Buffer.from(bytes)).filter((body) => !isDocument(body.toString("utf8")));
    await refuseAny(
      bodies.map((body) => ({ headers: signed(body), body })),
      1000,
    );
  });

  it("keeps whatever JSON the platform signed, in one call each", async () => {
    const document = fc.oneof(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), fc.array(fc.jsonValue()));
    await fc.assert(
      fc.asyncProperty(document, async (value) => {
        const body = Buffer.from(JSON.stringify(value));
        await accept({ headers: signed(body), body });
      }),
      { numRuns: 60 },
    );
  });
});

describe("addresses", () => {
  refuseAll(addressAttacks);
  refuseAll(elsewhere("instagram", [...signatureAttacks, ...byteAttacks, ...handshakeAttacks]));

  it("refuses a genuine delivery at any address without an app", async () => {
    const platform = fc
      .string({ unit: "binary" })
      .filter((text) => !["facebook", "instagram"].includes(text.split("/")[0] ?? ""));
    await refuseAny(
      platform.map((text) => ({ platform: text, headers: signed(genuineBody), body: genuineBody })),
      1000,
    );
  });
});

describe("the handshake", () => {
  const word = { "hub.mode": "subscribe", "hub.verify_token": verifyToken };
  const knock = (query: Record<string, string>) =>
    world.request({ method: "GET", query: new URLSearchParams(query).toString() });

  it("answers the challenge and nothing else", async () => {
    const body = "1158201444";
    expect(await knock({ ...word, "hub.challenge": body })).toEqual({ status: 200, body, awsCalls: 0 });
  });

  refuseAll(handshakeAttacks);

  it("never answers anything but a plain word, and that only to who knows the word", async () => {
    const parts = fc.record({
      "hub.mode": fc.constantFrom("subscribe", "subscribe", "unsubscribe", ""),
      "hub.challenge": fc.oneof(fc.stringMatching(/^\d{1,12}$/), fc.string({ unit: "binary" })),
      "hub.verify_token": fc.oneof(fc.constant(verifyToken), fc.string()),
    });
    const answers = { given: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(parts, async (query) => {
        const outcome = await knock(query);
        const isGenuine = query["hub.mode"] === "subscribe" && query["hub.verify_token"] === verifyToken;
        if (isGenuine && /^[A-Za-z0-9_-]{1,128}$/.test(query["hub.challenge"])) {
          expect(outcome).toEqual({ status: 200, body: query["hub.challenge"], awsCalls: 0 });
          answers.given += 1;
        } else {
          expectRefused(outcome);
          answers.refused += 1;
        }
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(answers.given, answers.refused)).toBeGreaterThan(50);
  });
});
