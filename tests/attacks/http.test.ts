import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { genuineBody } from "./genuine.ts";
import { appOf, type HookWorld, sign, signed, startHookWorld } from "./hook-world.ts";

/* What only HTTP itself can do to a delivery: against the gateway that turns requests into events. */

let world: HookWorld;
let accepted = 0;
beforeAll(async () => {
  world = await startHookWorld({ facebook: appOf() });
});
afterAll(async () => {
  const queued = await world.queued();
  await world.stop();
  expect(queued).toBe(accepted);
  // One attacker hangs up in the middle of a body.
  expect(world.troubles.filter((trouble) => !trouble.startsWith("Error: aborted"))).toEqual([]);
});

type Headers = readonly (readonly [string, string])[];
const genuine: Headers = Object.entries(signed(genuineBody));

/** Posts these bytes with these header lines, one line each; the status. */
async function post(headers: Headers, body: Buffer, path = "/hooks/facebook"): Promise<number> {
  const { port } = new URL(world.url);
  return new Promise((resolve, reject) => {
    const lines = [...headers, ["content-length", String(body.length)] as const].flat();
    const sent = httpRequest({ port, path, method: "POST", headers: ["host", "hooks.example", ...lines] }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Writes raw bytes to the gateway and reads until it closes the connection; the statuses it answered. */
async function raw(text: string, body: Buffer, half = false): Promise<number[]> {
  const { port } = new URL(world.url);
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write(Buffer.concat([Buffer.from(text.replaceAll("\n", "\r\n")), body]));
      if (half) socket.end();
    });
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () =>
      resolve([...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))),
    );
  });
}

const head = (lines: string) =>
  `POST /hooks/facebook HTTP/1.1\nhost: hooks.example\nconnection: close\nx-hub-signature-256: sha256=${sign(genuineBody)}\n${lines}\n\n`;

describe("over HTTP", () => {
  it("a genuine delivery is accepted, as text and as bytes", async () => {
    expect(await post(genuine, genuineBody)).toBe(200);
    const [, signature = ["", ""]] = genuine;
    expect(await post([["content-type", "application/octet-stream"], signature], genuineBody)).toBe(200);
    accepted += 2;
  });

  it.each([
    ["a bad and a good signature", ["0".repeat(64), sign(genuineBody)]],
    ["a good and a bad signature", [sign(genuineBody), "0".repeat(64)]],
    ["the good signature twice", [sign(genuineBody), sign(genuineBody)]],
  ])("refuses two headers: %s", async (_, signatures) => {
    const lines = signatures.map((each) => ["x-hub-signature-256", `sha256=${each}`] as const);
    expect(await post([["content-type", "application/json"], ...lines], genuineBody)).toBe(401);
  });

  it.each([
    ["the genuine body, compressed", gzipSync(genuineBody)],
    ["a bomb", gzipSync(Buffer.alloc(64 * 1024 * 1024))],
  ])("unpacks nothing: %s", async (_, body) => {
    expect(await post([...genuine, ["content-encoding", "gzip"]], body)).toBe(401);
  });

  it("refuses bytes that a text body cannot carry", async () => {
    const bad = Buffer.concat([genuineBody.subarray(0, 200), Buffer.of(0xff), genuineBody.subarray(200)]);
    expect(await post(Object.entries(signed(bad)), bad)).toBe(401);
    const asBytes = Object.entries({ ...signed(bad), "content-type": "application/octet-stream" });
    expect(await post(asBytes, bad)).toBe(400);
  });

  it("refuses a body longer than its length says, and what follows is no request", async () => {
    const statuses = await raw(
      head(`content-type: application/json\ncontent-length: ${genuineBody.length - 5}`),
      genuineBody,
    );
    expect(statuses.length).toBeGreaterThan(0);
    expect(statuses.every((status) => status === 401 || status === 400)).toBe(true);
  });

  it("keeps nothing of a body that ends before its length", async () => {
    const statuses = await raw(
      head(`content-type: application/json\ncontent-length: ${genuineBody.length + 5}`),
      genuineBody,
      true,
    );
    expect(statuses.every((status) => status === 400)).toBe(true);
  });

  it.each([
    ["two lengths", "content-length: 5\ncontent-length: 500"],
    ["a length and chunks", "content-length: 5\ntransfer-encoding: chunked"],
    ["a negative length", "content-length: -1"],
    ["a line that is no header", "x-hub-signature-256 sha256"],
  ])("refuses %s", async (_, lines) => {
    expect(await raw(head(`content-type: application/json\n${lines}`), genuineBody)).toEqual([400]);
  });

  it("refuses more than a function can take", async () => {
    expect(await post(genuine, Buffer.alloc(11 * 1024 * 1024, 0x20))).toBe(413);
  });

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("has no %s", async (method) => {
    const answer = await fetch(`${world.url}/hooks/facebook`, { method, headers: signed(genuineBody) });
    expect(answer.status).toBe(404);
  });
});
