import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { thousandComments } from "#tests/support/long-delivery.ts";
import { intakeMessageSchema } from "../inbox/index.ts";
import { type Delivery, maxDeliveryBytes, packDelivery, unpackBody } from "./delivery.ts";

const delivery = (rawBody: string): Delivery => ({ deliveryId: "evt_1", platform: "facebook", rawBody, receivedAt: 1 });
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe("a delivery on the queue", () => {
  it("stays readable while it is short", () => {
    expect(packDelivery(delivery('{"a":"й"}'))).toEqual(delivery('{"a":"й"}'));
  });

  it("comes out of the queue as it went in, whatever its text and length", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40_000 }), (part, times) => {
        const long = delivery(part.repeat(Math.min(times, Math.ceil(200_000 / (part.length || 1)))).toWellFormed());
        const message = packDelivery(long);
        expect(v.parse(intakeMessageSchema, JSON.parse(JSON.stringify(message)))).toEqual(long);
      }),
    );
  });

  it("holds 1,000 comments of 800 letters, which do not fit unpacked, in one message", () => {
    const long = delivery(thousandComments(800));
    expect(long.rawBody.length).toBeGreaterThan(3 * 1024 * 1024);
    const message = packDelivery(long);
    expect(bytesOf(message)).toBeLessThan(1024 * 1024 - 8 * 1024);
    expect(v.parse(intakeMessageSchema, message)).toEqual(long);
  });

  it("is refused when it does not fit even packed", () => {
    const noise = Array.from({ length: 200_000 }, (_, i) => Math.sin(i).toString(36)).join("");
    expect(packDelivery(delivery(noise))).toBeNull();
  });

  it("is not unpacked to more than can have been packed", () => {
    expect(unpackBody(brotliCompressSync(Buffer.alloc(maxDeliveryBytes + 1)).toString("base64"))).toBeNull();
    expect(unpackBody("bm90IGJyb3RsaQ==")).toBeNull();
    expect(v.safeParse(intakeMessageSchema, { ...delivery(""), rawBody: undefined, packedBody: "x" }).success).toBe(
      false,
    );
  });
});
