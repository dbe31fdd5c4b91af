import { describe, expect, it } from "vitest";
import { fakeClock } from "../kernel/clock.ts";
import { acceptDelivery } from "./accept-delivery.ts";
import type { WebhookVerification } from "./connector.ts";
import { maxDeliveryBytes, type QueuedDelivery } from "./delivery.ts";

const app = { appId: "1", appSecrets: ["s"] as [string], verifyToken: "t" };

function setUp(genuine = true) {
  const sent: QueuedDelivery[] = [];
  const verification: WebhookVerification = { handshake: () => null, verify: () => genuine };
  const queue = {
    send: async (delivery: QueuedDelivery) => {
      sent.push(delivery);
    },
  };
  const clock = fakeClock("2026-11-22T10:00:00Z");
  const deps = { app, verification, queue, clock };
  const deliver = (bytes: Uint8Array | string, from: Partial<typeof deps> = {}) =>
    acceptDelivery({ ...deps, ...from }, "facebook", {
      headers: {},
      rawBody: typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes,
    });
  return { deliver, sent };
}

describe("accepting a delivery", () => {
  it("queues a genuine delivery once, byte for byte", async () => {
    const { deliver, sent } = setUp();
    const body = '{"object":"page", "text":"\\u0434 \\u0000"}';
    expect(await deliver(body)).toBe(200);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ platform: "facebook", rawBody: body });
  });

  it("leaves nothing behind of what is not signed", async () => {
    const { deliver, sent } = setUp(false);
    expect(await deliver("{}")).toBe(401);
    expect(sent).toHaveLength(0);
  });

  it.each([
    ["truncated JSON", '{"object":'],
    ["a byte order mark", "\uFEFF{}"],
    ["a bare number", "1"],
    ["null", "null"],
    ["nothing", ""],
  ])("answers 400 to %s, signed or not", async (_, body) => {
    const { deliver, sent } = setUp();
    expect(await deliver(body)).toBe(400);
    expect(sent).toHaveLength(0);
  });

  it("answers 400 to bytes that are not UTF-8", async () => {
    const { deliver, sent } = setUp();
    expect(await deliver(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d))).toBe(400);
    expect(sent).toHaveLength(0);
  });

  it("refuses what is too large before it looks at the signature", async () => {
    const { deliver, sent } = setUp();
    expect(await deliver(new Uint8Array(maxDeliveryBytes + 1))).toBe(413);
    expect(sent).toHaveLength(0);
  });

  it("knows no platform without an app", async () => {
    const { deliver } = setUp();
    expect(await deliver("{}", { app: undefined as never })).toBe(404);
  });
});
