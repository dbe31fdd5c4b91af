import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { PlatformApp, WebhookRequest } from "../connector.ts";
import { metaVerification as verification } from "./webhook.ts";

const app: PlatformApp = { appId: "42", appSecrets: ["newest", "older"], verifyToken: "the-word" };
const body = readFileSync(new URL("../platforms/facebook/fixtures/comment.json", import.meta.url));
const sign = (bytes: Uint8Array, secret = "newest", algorithm = "sha256") =>
  createHmac(algorithm, secret).update(bytes).digest("hex");
const request = (signature: string | undefined, rawBody: Uint8Array = body, headers = {}): WebhookRequest => ({
  headers: { "x-hub-signature-256": signature, ...headers },
  rawBody,
});
const good = sign(body);

describe("verifying a delivery", () => {
  it.each([
    ["the newest secret", request(`sha256=${good}`)],
    ["a secret that is being replaced", request(`sha256=${sign(body, "older")}`)],
    ["an empty body", request(`sha256=${sign(new Uint8Array())}`, new Uint8Array())],
    ["bytes that are no text", request(`sha256=${sign(Buffer.from([0xff, 0, 0xfe]))}`, Buffer.from([0xff, 0, 0xfe]))],
  ])("takes %s", (_, given) => {
    expect(verification.verify(given, app)).toBe(true);
  });

  it.each([
    ["no signature", request(undefined)],
    ["an empty one", request("")],
    ["the prefix alone", request("sha256=")],
    ["no prefix", request(good)],
    ["another prefix", request(`sha512=${good}`)],
    ["an upper-case prefix", request(`SHA256=${good}`)],
    ["SHA-1 under the name of SHA-256", request(`sha256=${sign(body, "newest", "sha1")}`)],
    ["SHA-1 only", request(undefined, body, { "x-hub-signature": `sha1=${sign(body, "newest", "sha1")}` })],
    ["SHA-512", request(`sha256=${sign(body, "newest", "sha512")}`)],
    ["upper-case hex", request(`sha256=${good.toUpperCase()}`)],
    ["odd hex", request(`sha256=${good.slice(0, -1)}`)],
    ["short hex", request(`sha256=${good.slice(0, 32)}`)],
    ["long hex", request(`sha256=${good}00`)],
    ["what is not hex", request(`sha256=${"g".repeat(64)}`)],
    ["base64", request(`sha256=${createHmac("sha256", "newest").update(body).digest("base64")}`)],
    ["space around it", request(` sha256=${good} `)],
    ["a line end after it", request(`sha256=${good}\n`)],
    ["two headers, joined", request(`sha256=${good}, sha256=${good}`)],
    ["many signatures", request(Array.from({ length: 1000 }, () => `sha256=${good}`).join(","))],
    ["a retired secret", request(`sha256=${sign(body, "retired")}`)],
    ["another tenant's secret", request(`sha256=${sign(body, "tenant-b")}`)],
    ["an empty secret", request(`sha256=${sign(body, "")}`)],
    ["a truncated body", request(`sha256=${good}`, body.subarray(0, -1))],
    ["a re-serialised body", request(`sha256=${good}`, Buffer.from(JSON.stringify(JSON.parse(body.toString()))))],
    [
      "a body with a byte order mark",
      request(`sha256=${good}`, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body])),
    ],
    ["a body with NUL behind it", request(`sha256=${good}`, Buffer.concat([body, Buffer.from([0])]))],
    [
      "literal instead of escaped Unicode",
      request(`sha256=${good}`, Buffer.from(body.toString().replace("\\u0416", "Ж"))),
    ],
    ["U+FFFD in place of a bad byte", request(`sha256=${sign(Buffer.from([0xff]))}`, Buffer.from("\ufffd"))],
    ["a compressed body", request(`sha256=${good}`, gzipSync(body))],
    ["the base64 of the body", request(`sha256=${good}`, Buffer.from(body.toString("base64")))],
  ])("refuses %s", (_, given) => {
    expect(verification.verify(given, app)).toBe(false);
  });

  it("refuses everything when no secret is set", () => {
    const bare = { ...app, appSecrets: [""] } as PlatformApp;
    expect(verification.verify(request(`sha256=${sign(body, "")}`), bare)).toBe(false);
  });
});

describe("the handshake", () => {
  const query = (...pairs: [string, string][]) => new URLSearchParams(pairs);
  const mode: [string, string] = ["hub.mode", "subscribe"];
  const challenge: [string, string] = ["hub.challenge", "1158201444"];
  const word: [string, string] = ["hub.verify_token", "the-word"];

  it("gives back the challenge", () => {
    expect(verification.handshake(query(mode, challenge, word), app)).toBe("1158201444");
  });

  it.each([
    ["a wrong word", query(mode, challenge, ["hub.verify_token", "the-wore"])],
    ["an empty word", query(mode, challenge, ["hub.verify_token", ""])],
    ["no word", query(mode, challenge)],
    ["the word twice", query(mode, challenge, word, word)],
    ["a wrong and a right word", query(mode, challenge, ["hub.verify_token", "x"], word)],
    ["two challenges", query(mode, challenge, challenge, word)],
    ["another mode", query(["hub.mode", "unsubscribe"], challenge, word)],
    ["HTML in the challenge", query(mode, ["hub.challenge", "<script>alert(1)</script>"], word)],
    ["an endless challenge", query(mode, ["hub.challenge", "1".repeat(5000)], word)],
    ["nothing", query()],
  ])("refuses %s", (_, given) => {
    expect(verification.handshake(given, app)).toBeNull();
  });

  it("refuses everything when no word is set", () => {
    const given = query(mode, challenge, ["hub.verify_token", ""]);
    expect(verification.handshake(given, { ...app, verifyToken: "" })).toBeNull();
  });
});
